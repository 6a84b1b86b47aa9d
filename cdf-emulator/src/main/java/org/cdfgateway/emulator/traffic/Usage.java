package org.cdfgateway.emulator.traffic;

import org.jspecify.annotations.Nullable;

/**
 * What was used of one allowance: requests of the current second, requests under way, bytes of the current ten minutes.
 * Not thread-safe.
 */
final class Usage {

    private static final long SECOND = 1000;
    private static final long TEN_MINUTES = 600_000;

    private final String holder;
    private final Allowance allowance;
    private long second;
    private int requests;
    private int concurrent;
    private long tenMinutes;
    private long bytes;

    /** @param holder of the allowance, for messages */
    Usage(String holder, Allowance allowance) {
        this.holder = holder;
        this.allowance = allowance;
    }

    /**
     * Counts a request, also one that is refused.
     *
     * @return why it is refused; null when it is not
     */
    @Nullable
    String request(long now) {
        turnWindows(now);
        requests++;
        if (exceeds(requests, allowance.requestsPerSecond())) {
            return message(allowance.requestsPerSecond(), "requests per second");
        }
        if (exceeds(concurrent + 1L, allowance.concurrent())) {
            return message(allowance.concurrent(), "concurrent requests");
        }
        if (exceeds(bytes, allowance.bytesPerTenMinutes())) {
            return message(allowance.bytesPerTenMinutes(), "bytes per 10 minutes");
        }
        return null;
    }

    void begin() {
        concurrent++;
    }

    void end(long now, long transferred) {
        turnWindows(now);
        concurrent--;
        bytes += transferred;
    }

    private void turnWindows(long now) {
        if (now / SECOND != second) {
            second = now / SECOND;
            requests = 0;
        }
        if (now / TEN_MINUTES != tenMinutes) {
            tenMinutes = now / TEN_MINUTES;
            bytes = 0;
        }
    }

    private static boolean exceeds(long used, @Nullable Number allowed) {
        return allowed != null && used > allowed.longValue();
    }

    private String message(@Nullable Number allowed, String unit) {
        return holder + " exceeded maximum number='" + allowed + "' of " + unit + ". Please try again later.";
    }
}
