package org.cdfgateway.auth.session;

import org.cdfgateway.auth.secret.SealedSecret;
import org.cdfgateway.domain.identity.CdfIdentity;
import org.cdfgateway.domain.port.outbound.CdfSessions.SessionToken;

/**
 * The access to CDF that has just been opened for a gateway user.
 *
 * @param secret encrypted, ready for the store
 */
public record NewSession(CdfIdentity identity, SealedSecret secret, SessionToken token) {}
