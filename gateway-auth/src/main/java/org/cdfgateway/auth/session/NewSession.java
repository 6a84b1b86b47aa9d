package org.cdfgateway.auth.session;

import org.cdfgateway.auth.secret.SealedSecret;
import org.cdfgateway.domain.port.outbound.CdfSessions.SessionToken;

/**
 * A CDF session that a nonce has just opened for a gateway user.
 *
 * @param sessionKey encrypted, ready for the store
 */
public record NewSession(long sessionId, SealedSecret sessionKey, SessionToken token) {}
