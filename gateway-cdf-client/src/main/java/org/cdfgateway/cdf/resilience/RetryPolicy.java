package org.cdfgateway.cdf.resilience;

import java.time.Duration;

/**
 * How often and how patiently a call is repeated: full jitter below a wait that doubles with each try
 * (reference/cdf-api-data.md section 1.7).
 *
 * @param tries 1 or more, the first included
 * @param firstWait upper bound of the wait before the second try
 * @param longestWait no wait gets longer than this, whatever CDF's Retry-After says
 */
public record RetryPolicy(int tries, Duration firstWait, Duration longestWait) {

    public static final RetryPolicy DEFAULT = new RetryPolicy(8, Duration.ofMillis(500), Duration.ofSeconds(60));

    public RetryPolicy {
        if (tries < 1) {
            throw new IllegalArgumentException("tries: " + tries + " (expected: >= 1)");
        }
        if (firstWait.isNegative() || longestWait.compareTo(firstWait) < 0) {
            throw new IllegalArgumentException(
                    "waits: " + firstWait + " to " + longestWait + " (expected: 0 <= first <= longest)");
        }
    }

    /**
     * A wait before the next try.
     *
     * @param triesDone 1 or more
     * @param jitter 0 to 1
     */
    Duration backOff(int triesDone, double jitter) {
        double longest = Math.min(
                firstWait.toMillis() * Math.pow(2, Math.min(triesDone - 1, 30)), (double) longestWait.toMillis());
        return Duration.ofMillis(Math.round(longest * jitter));
    }

    Duration capped(Duration wanted) {
        return wanted.compareTo(longestWait) > 0 ? longestWait : wanted;
    }
}
