package org.cdfgateway.cdf.row;

/** CDF's milliseconds and the rows' microseconds since 1970. */
public final class EpochTime {
    private static final long MICROS_PER_MILLI = 1_000;

    /** What fits into a row's long without being one of its infinities. */
    private static final long MAX_MILLIS = Long.MAX_VALUE / MICROS_PER_MILLI - 1;

    private EpochTime() {}

    /** Times beyond the year 294000, which CDF's clock never shows, become the last or first one that fits. */
    public static long toMicros(long millis) {
        long bounded = Math.max(-MAX_MILLIS, Math.min(MAX_MILLIS, millis));
        return Math.multiplyExact(bounded, MICROS_PER_MILLI);
    }

    /** The millisecond that the time lies in. */
    public static long toMillis(long micros) {
        return Math.floorDiv(micros, MICROS_PER_MILLI);
    }

    /** Whether it is one of PostgreSQL's infinities. */
    public static boolean isInfinite(long micros) {
        return micros == Long.MAX_VALUE || micros == Long.MIN_VALUE;
    }
}
