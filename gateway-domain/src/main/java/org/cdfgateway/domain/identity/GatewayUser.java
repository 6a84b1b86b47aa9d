package org.cdfgateway.domain.identity;

import java.time.Instant;

/**
 * A person or program that may log in. Its database has the same name.
 *
 * @param username lower-case letters and digits, starts with a letter, at most 63 bytes
 * @param project the CDF project's URL name
 * @param identity whom it reads and writes as
 */
public record GatewayUser(
        String username, String project, CdfIdentity identity, Instant createdTime, Instant lastUpdatedTime) {}
