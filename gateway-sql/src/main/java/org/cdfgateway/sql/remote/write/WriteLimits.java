package org.cdfgateway.sql.remote.write;

/**
 * How much of a transaction's writing is kept in memory. Past either bound rows are sent before the transaction's end.
 *
 * @param maxHeldRows 1 or more
 * @param maxHeldBytes of rows that wait, and again of rows that are on their way; 1 or more
 */
public record WriteLimits(int maxHeldRows, long maxHeldBytes) {

    public WriteLimits {
        if (maxHeldRows < 1) {
            throw new IllegalArgumentException("maxHeldRows: " + maxHeldRows + " (expected: >= 1)");
        }
        if (maxHeldBytes < 1) {
            throw new IllegalArgumentException("maxHeldBytes: " + maxHeldBytes + " (expected: >= 1)");
        }
    }
}
