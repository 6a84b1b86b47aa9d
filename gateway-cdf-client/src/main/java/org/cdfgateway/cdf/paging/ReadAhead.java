package org.cdfgateway.cdf.paging;

/**
 * How far a reader may run ahead of its caller.
 *
 * @param parallelRequests requests under way at the same time, 1 or more
 * @param bufferedPages pages that have arrived or are under way, 1 or more
 */
public record ReadAhead(int parallelRequests, int bufferedPages) {
    public ReadAhead {
        if (parallelRequests < 1 || bufferedPages < 1) {
            throw new IllegalArgumentException(
                    "read ahead: " + parallelRequests + " requests, " + bufferedPages + " pages (expected: >= 1)");
        }
    }
}
