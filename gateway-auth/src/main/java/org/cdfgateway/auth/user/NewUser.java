package org.cdfgateway.auth.user;

import java.time.Instant;
import org.cdfgateway.domain.identity.Secret;

/**
 * A gateway user that has just been created.
 *
 * @param password told this once; the gateway keeps a verifier only
 */
public record NewUser(String username, Secret password, Instant createdTime, Instant lastUpdatedTime, long sessionId) {}
