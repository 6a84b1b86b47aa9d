package org.cdfgateway.sql.remote.write;

/**
 * How much of a transaction's writing is kept in memory. Past either bound of held rows, rows are sent before the
 * transaction's end.
 *
 * @param maxHeldRows 1 or more
 * @param maxHeldBytes of rows that wait, and again of rows that are on their way; 1 or more
 * @param maxFoundBytes of what a transaction remembers of rows that UPDATE and DELETE have found and change one by one,
 *     and of the rows that one of them returns; 1 or more
 */
public record WriteLimits(int maxHeldRows, long maxHeldBytes, long maxFoundBytes) {

    public WriteLimits {
        if (maxHeldRows < 1) {
            throw new IllegalArgumentException("maxHeldRows: " + maxHeldRows + " (expected: >= 1)");
        }
        if (maxHeldBytes < 1) {
            throw new IllegalArgumentException("maxHeldBytes: " + maxHeldBytes + " (expected: >= 1)");
        }
        if (maxFoundBytes < 1) {
            throw new IllegalArgumentException("maxFoundBytes: " + maxFoundBytes + " (expected: >= 1)");
        }
    }

    /** As many bytes of rows that were found as of rows that are held. */
    public WriteLimits(int maxHeldRows, long maxHeldBytes) {
        this(maxHeldRows, maxHeldBytes, maxHeldBytes);
    }
}
