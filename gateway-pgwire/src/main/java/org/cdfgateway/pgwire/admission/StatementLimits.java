package org.cdfgateway.pgwire.admission;

import java.time.Duration;

/**
 * Bounds on statements that run at the same time.
 *
 * @param perUser of one user, in all of its sessions
 * @param patience how long a statement beyond them waits before its session is ended
 */
public record StatementLimits(int perUser, Duration patience) {
    public static final StatementLimits DEFAULT = new StatementLimits(20, Duration.ofSeconds(30));

    public StatementLimits {
        if (perUser < 1) {
            throw new IllegalArgumentException("perUser: " + perUser + " (expected: >= 1)");
        }
    }
}
