package org.cdfgateway.sql.expression;

/** What expressions compute with, and the Java type of a non-null value. */
public enum ValueFamily {
    /** {@link Boolean}. */
    BOOLEAN,
    /** {@link Long}; smallint and integer, too. */
    INTEGER,
    /** {@link Double} that a single precision number can hold. */
    REAL,
    /** {@link Double}. */
    DOUBLE,
    /** {@link java.math.BigDecimal}; never compared, because PostgreSQL does not ship that. */
    NUMERIC,
    /** {@link String}; character varying, too. */
    TEXT,
    /** {@link Long} as in {@link org.cdfgateway.domain.table.ColumnType#TIMESTAMPTZ}. */
    TIMESTAMPTZ,
    /** {@link String} as in {@link org.cdfgateway.domain.table.ColumnType#BYTEA}. */
    BYTEA,
    /** {@link String}. */
    JSON,
    /** {@link String}: a literal whose type follows from its surroundings. */
    UNKNOWN
}
