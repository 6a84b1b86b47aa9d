package org.cdfgateway.auth.session;

import java.time.Duration;
import java.time.Instant;

/**
 * When CDF sessions are extended. A session that nobody uses ends after a time that CDF does not publish
 * (reference/cdf-api-data.md sections 7.1 and 7.5), so each is extended as often as its access token would be.
 */
public final class SessionSchedule {
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final Duration RETRY = Duration.ofMinutes(5);

    private SessionSchedule() {}

    public static Instant dueAfter(Instant extended) {
        return extended.plus(INTERVAL);
    }

    /** When somebody else may try after a failure that passes, or after a crash in mid-way. */
    public static Instant retryAfter(Instant attempted) {
        return attempted.plus(RETRY);
    }
}
