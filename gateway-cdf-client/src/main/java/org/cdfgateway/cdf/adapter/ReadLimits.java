package org.cdfgateway.cdf.adapter;

/**
 * Bounds of one read.
 *
 * @param parallelRequests requests of one read that are under way at the same time, 1 or more
 * @param maxEnumeratedParents time series, sequences, extraction pipelines or RAW tables that are read one after the other when a statement names none
 */
public record ReadLimits(int parallelRequests, int maxEnumeratedParents) {

    public static final ReadLimits DEFAULT = new ReadLimits(5, 10_000);

    public ReadLimits {
        if (parallelRequests < 1 || maxEnumeratedParents < 1) {
            throw new IllegalArgumentException("read limits: " + parallelRequests + " requests, " + maxEnumeratedParents
                    + " parents (expected: >= 1)");
        }
    }
}
