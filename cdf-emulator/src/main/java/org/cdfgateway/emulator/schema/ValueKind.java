package org.cdfgateway.emulator.schema;

/** What filters and sorts can do with a value: texts are {@code String}, numbers {@code Long}, flags {@code Boolean}. */
public enum ValueKind {
    TEXT,
    NUMBER,
    FLAG,
    /** {@code String[]}. */
    TEXTS,
    /** {@code long[]}. */
    NUMBERS,
    METADATA,
    /** Neither filtered nor sorted. */
    OPAQUE
}
