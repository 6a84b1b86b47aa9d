package org.cdfgateway.domain.table;

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
    /** {@code List<Long>}, one-dimensional, without nulls. */
    BIGINT_ARRAY("bigint[]"),
    /** {@code List<String>}, one-dimensional, without nulls. */
    TEXT_ARRAY("text[]");

    private final String sqlName;

    ColumnType(String sqlName) {
        this.sqlName = sqlName;
    }

    /** The PostgreSQL type name without a length. */
    public String sqlName() {
        return sqlName;
    }
}
