package org.cdfgateway.domain.table.custom;

/** What a JSON value can be. */
public enum JsonKind {
    TEXT,
    /** A number without fraction and exponent. */
    INTEGER,
    /** Any other number. */
    FRACTION,
    BOOLEAN,
    OBJECT,
    ARRAY,
    NULL
}
