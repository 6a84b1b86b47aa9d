package org.cdfgateway.domain.port.outbound;

import java.time.Instant;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;

/** CDF's session service (reference/cdf-api-data.md section 7). Safe for use by several threads; calls block. */
public interface CdfSessions {

    /**
     * Exchanges a nonce, which is spent by it; never repeated.
     *
     * @throws GatewayException INVALID_PARAMETER_VALUE for a nonce that is unknown, expired or used; IO_ERROR when CDF
     *     cannot be reached
     */
    BoundSession bind(String project, Secret nonce);

    /**
     * Fetches a new access token.
     *
     * @throws GatewayException INVALID_AUTHORIZATION_SPECIFICATION when the session has ended; IO_ERROR when CDF cannot
     *     be reached
     */
    SessionToken refresh(String project, long sessionId, Secret sessionKey);

    /** @param expires when {@code accessToken} stops working */
    record SessionToken(Secret accessToken, Instant expires) {}

    /** @param sessionKey needed for every refresh; CDF tells it this once */
    record BoundSession(long sessionId, Secret sessionKey, SessionToken token) {}
}
