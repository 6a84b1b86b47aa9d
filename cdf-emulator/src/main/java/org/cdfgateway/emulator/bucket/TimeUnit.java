package org.cdfgateway.emulator.bucket;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** What buckets are multiples of: reference/cdf-api-data.md section 9.5. */
enum TimeUnit {
    SECOND("s", "second", 120, ChronoUnit.SECONDS),
    MINUTE("m", "minute", 120, ChronoUnit.MINUTES),
    HOUR("h", "hour", 100_000, ChronoUnit.HOURS),
    DAY("d", "day", 100_000, ChronoUnit.DAYS),
    MONTH("mo", "month", 100_000, ChronoUnit.MONTHS);

    private final String symbol;
    private final String word;
    private final int maxFactor;
    private final ChronoUnit length;

    TimeUnit(String symbol, String word, int maxFactor, ChronoUnit length) {
        this.symbol = symbol;
        this.word = word;
        this.maxFactor = maxFactor;
        this.length = length;
    }

    static Optional<TimeUnit> named(String spelling) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(spelling) || unit.word.equals(spelling))
                .findAny();
    }

    int maxFactor() {
        return maxFactor;
    }

    ChronoUnit length() {
        return length;
    }

    /** Whether its length depends on where in a calendar it is. */
    boolean isOfCalendar() {
        return this == DAY || this == MONTH;
    }

    /** Whether its beginning depends on the time zone. */
    boolean isLocal() {
        return this == HOUR || isOfCalendar();
    }
}
