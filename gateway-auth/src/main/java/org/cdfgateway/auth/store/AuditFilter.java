package org.cdfgateway.auth.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of the audit to show.
 *
 * @param since from here on, inclusive
 * @param until up to here, exclusive
 * @param username of the gateway user it was done to
 * @param limit as many of the latest, 1 or more
 */
public record AuditFilter(
        Optional<Instant> since,
        Optional<Instant> until,
        Optional<String> project,
        Optional<String> username,
        Optional<String> actor,
        int limit) {

    public AuditFilter {
        if (limit < 1) {
            throw new IllegalArgumentException("limit: " + limit + " (expected: >= 1)");
        }
    }
}
