package org.cdfgateway.emulator.sample;

import java.time.Duration;
import java.time.Instant;

/** When the sample content happened: fixed, so that the same statements always find the same rows. */
final class SampleTime {

    /** The end of all events and points. */
    static final long END = Instant.parse("2026-11-01T00:00:00Z").toEpochMilli();

    static final long YEAR = Duration.ofDays(365).toMillis();
    static final long HOUR = Duration.ofHours(1).toMillis();
    static final long DAY = Duration.ofDays(1).toMillis();

    /** The beginning of the year of events and points. */
    static final long START = END - YEAR;

    /** When the first item was created. */
    static final long FIRST_IMPORT = Instant.parse("2025-03-03T06:00:00Z").toEpochMilli();

    /** Items that came in one request. */
    private static final int BATCH = 1000;

    private static final long BATCH_DISTANCE = 850;

    private SampleTime() {}

    /** When the item with this number was created; as with real imports, a thousand at a time. */
    static long created(int number) {
        return FIRST_IMPORT + number / BATCH * BATCH_DISTANCE;
    }
}
