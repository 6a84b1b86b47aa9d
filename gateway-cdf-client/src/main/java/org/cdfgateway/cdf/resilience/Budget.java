package org.cdfgateway.cdf.resilience;

/**
 * What CDF allows one identity in one API.
 *
 * @param requestsPerSecond 1 or more
 * @param concurrentRequests 1 or more
 */
public record Budget(int requestsPerSecond, int concurrentRequests) {
    public Budget {
        if (requestsPerSecond < 1 || concurrentRequests < 1) {
            throw new IllegalArgumentException("budget: " + requestsPerSecond + " requests/s, " + concurrentRequests
                    + " at a time (expected: >= 1)");
        }
    }
}
