package org.cdfgateway.domain.table;

/** Conditions on a column that CDF can answer, wholly or in part. What it answers in part is checked again. */
public enum Pushable {
    /** {@code =}, {@code IN} and {@code = ANY} become reads by key. */
    LOOKUP,
    /** {@code =}, {@code IN} and {@code = ANY} become a CDF filter. */
    EQUALITY,
    /** {@code < <= > >=} become a CDF filter. */
    RANGE,
    /** {@code IS NULL} and {@code IS NOT NULL} become a CDF filter. */
    NULL_TEST,
    /** {@code =}, {@code IN} and {@code = ANY} choose the parents that are read; without them all are enumerated. */
    PARENT
}
