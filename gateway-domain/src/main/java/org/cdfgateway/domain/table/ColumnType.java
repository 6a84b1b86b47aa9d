package org.cdfgateway.domain.table;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The families of column values. Each constant names the Java type that represents a non-null value in a
 * {@link org.cdfgateway.domain.row.Row}.
 */
public enum ColumnType {
    /** {@link Boolean}. */
    BOOLEAN("boolean"),
    /** {@link Long}. */
    BIGINT("bigint"),
    /** {@link Double}; NaN and the infinities included. */
    DOUBLE("double precision"),
    /** {@link String} without U+0000. */
    TEXT("text"),
    /**
     * {@link Long}: microseconds since 1970-01-01T00:00:00Z. {@link Long#MAX_VALUE} stands for PostgreSQL's
     * {@code infinity}, {@link Long#MIN_VALUE} for {@code -infinity}.
     */
    TIMESTAMPTZ("timestamp with time zone"),
    /** {@link String}: one JSON value as text. */
    JSON("json"),
    /** {@link Double} that a single precision number can hold; NaN and the infinities included. */
    REAL("real"),
    /** {@link String}: PostgreSQL's hexadecimal form in lower case, for example a backslash, an x and {@code 0aff}, which orders as the bytes do. */
    BYTEA("bytea"),
    /** {@code List<Boolean>}, one-dimensional; elements may be null, as in all arrays. */
    BOOLEAN_ARRAY("boolean[]", BOOLEAN),
    /** {@code List<Long>}. */
    BIGINT_ARRAY("bigint[]", BIGINT),
    /** {@code List<Double>}. */
    DOUBLE_ARRAY("double precision[]", DOUBLE),
    /** {@code List<Double>} of numbers as in {@link #REAL}. */
    REAL_ARRAY("real[]", REAL),
    /** {@code List<String>}. */
    TEXT_ARRAY("text[]", TEXT),
    /** {@code List<String>}, each one JSON value as text. */
    JSON_ARRAY("json[]", JSON);

    private final String sqlName;
    private final @Nullable ColumnType element;

    ColumnType(String sqlName) {
        this.sqlName = sqlName;
        this.element = null;
    }

    ColumnType(String sqlName, ColumnType element) {
        this.sqlName = sqlName;
        this.element = element;
    }

    /** The family of an array's elements; empty for what is no array. */
    public Optional<ColumnType> element() {
        return Optional.ofNullable(element);
    }

    /** The PostgreSQL type name without a length. */
    public String sqlName() {
        return sqlName;
    }
}
