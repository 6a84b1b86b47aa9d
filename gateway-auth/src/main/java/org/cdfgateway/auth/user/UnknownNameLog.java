package org.cdfgateway.auth.user;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts logins with unknown names and logs the count, once a minute at most. The names themselves are not logged:
 * people type passwords there.
 */
final class UnknownNameLog {
    private static final Logger log = LoggerFactory.getLogger(UnknownNameLog.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Clock clock;
    private final LongConsumer lines;
    private long count;
    private Instant nextLine = Instant.MIN;

    UnknownNameLog(Clock clock) {
        this(clock, count -> log.info("Logins with unknown user names since the last such line: {}", count));
    }

    UnknownNameLog(Clock clock, LongConsumer lines) {
        this.clock = clock;
        this.lines = lines;
    }

    synchronized void count() {
        count++;
        Instant now = clock.instant();
        if (now.isBefore(nextLine)) {
            return;
        }
        lines.accept(count);
        count = 0;
        nextLine = now.plus(QUIET);
    }
}
