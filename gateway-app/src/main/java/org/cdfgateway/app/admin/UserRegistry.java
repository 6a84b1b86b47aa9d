package org.cdfgateway.app.admin;

import java.time.Instant;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;

/** What the API needs of whoever keeps the gateway users. Safe for use by several threads; calls block. */
@FunctionalInterface
public interface UserRegistry {

    /**
     * Makes a user whose rights in CDF are those of the nonce, which is spent by it.
     *
     * @param createdBy whom the audit names
     * @throws GatewayException INVALID_PARAMETER_VALUE for a nonce that is unknown, expired or used; IO_ERROR when CDF
     *     cannot be reached
     */
    CreatedUser create(String project, Secret nonce, String createdBy);

    /** @param password told this once; the registry keeps only what verifies it */
    record CreatedUser(
            String username, Secret password, Instant createdTime, Instant lastUpdatedTime, long sessionId) {}
}
