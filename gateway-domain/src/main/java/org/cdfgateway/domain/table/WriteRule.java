package org.cdfgateway.domain.table;

/** What an INSERT may do with a column. */
public enum WriteRule {
    /** CDF decides the value; writing one is an error. */
    READ_ONLY,
    /** Null or absent means that CDF's field stays unset. */
    WRITABLE,
    /** Null or absent is an error. */
    REQUIRED
}
