package org.cdfgateway.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/** One line of the result, as a row of a Markdown table. */
record Measurement(String what, String result) {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    /** How long {@code work} takes in the median and at worst, after some rounds that do not count. */
    static Measurement latency(String what, int rounds, Callable<?> work) throws Exception {
        for (int i = 0; i < rounds / 4; i++) {
            work.call();
        }
        long[] nanos = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            work.call();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return new Measurement(
                what,
                String.format(
                        Locale.ROOT,
                        "%.1f ms median, %.1f ms maximum of %d",
                        nanos[rounds / 2] / NANOS_PER_MILLI,
                        nanos[rounds - 1] / NANOS_PER_MILLI,
                        rounds));
    }

    /** Rows a second, where {@code work} returns how many there were. */
    static Measurement throughput(String what, Callable<Long> work) throws Exception {
        long start = System.nanoTime();
        long rows = work.call();
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        return new Measurement(
                what, String.format(Locale.ROOT, "%,d rows in %.1f s, %,.0f rows/s", rows, seconds, rows / seconds));
    }

    String line() {
        return "| " + what + " | " + result + " |";
    }
}
