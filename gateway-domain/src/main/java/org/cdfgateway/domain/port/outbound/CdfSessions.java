package org.cdfgateway.domain.port.outbound;

import java.time.Instant;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfCredentials;
import org.cdfgateway.domain.identity.CdfIdentity;
import org.cdfgateway.domain.identity.Secret;

/**
 * Where access tokens for CDF come from: its session service (reference/cdf-api-data.md section 7), or an identity
 * provider. Safe for use by several threads; calls block.
 */
public interface CdfSessions {

    /**
     * Exchanges credentials for a lasting identity. A nonce is spent by it, so it is never repeated.
     *
     * @throws GatewayException INVALID_PARAMETER_VALUE for a nonce that is unknown, expired or used, and for a client that
     *     gets no token, may not see the project, or wants to get its tokens where the operator does not allow it;
     *     FEATURE_NOT_SUPPORTED when the operator allows no clients; IO_ERROR when CDF or the provider cannot be reached
     */
    BoundSession bind(String project, CdfCredentials credentials);

    /**
     * Fetches a new access token.
     *
     * @param secret that {@link #bind} told
     * @throws GatewayException INVALID_AUTHORIZATION_SPECIFICATION when the session has ended or the client gets no token
     *     any more; IO_ERROR when CDF or the provider cannot be reached
     */
    SessionToken refresh(String project, CdfIdentity identity, Secret secret);

    /** @param expires when {@code accessToken} stops working */
    record SessionToken(Secret accessToken, Instant expires) {}

    /** @param secret needed for every refresh; told this once */
    record BoundSession(CdfIdentity identity, Secret secret, SessionToken token) {}
}
