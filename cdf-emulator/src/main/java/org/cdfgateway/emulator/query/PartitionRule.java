package org.cdfgateway.emulator.query;

/** What a resource does with {@code partition} (reference/cdf-api-resources.md section 1.9). */
public enum PartitionRule {
    /** More than 10 are refused. */
    STRICT,
    /** More than 10 count as 10; those behind the tenth are empty. */
    LENIENT,
    UNSUPPORTED
}
