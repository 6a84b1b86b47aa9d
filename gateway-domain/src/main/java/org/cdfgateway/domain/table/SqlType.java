package org.cdfgateway.domain.table;

import java.util.OptionalInt;

/**
 * A column's PostgreSQL type.
 *
 * @param maxLength characters a text (or each element of a text array) may have when written, empty for no bound. CDF
 *     may return longer values: they are never cut.
 */
public record SqlType(ColumnType family, OptionalInt maxLength) {

    public static final SqlType BOOLEAN = of(ColumnType.BOOLEAN);
    public static final SqlType BIGINT = of(ColumnType.BIGINT);
    public static final SqlType DOUBLE = of(ColumnType.DOUBLE);
    public static final SqlType TEXT = of(ColumnType.TEXT);
    public static final SqlType TIMESTAMPTZ = of(ColumnType.TIMESTAMPTZ);
    public static final SqlType JSON = of(ColumnType.JSON);
    public static final SqlType REAL = of(ColumnType.REAL);
    public static final SqlType BYTEA = of(ColumnType.BYTEA);
    public static final SqlType BOOLEAN_ARRAY = of(ColumnType.BOOLEAN_ARRAY);
    public static final SqlType BIGINT_ARRAY = of(ColumnType.BIGINT_ARRAY);
    public static final SqlType DOUBLE_ARRAY = of(ColumnType.DOUBLE_ARRAY);
    public static final SqlType REAL_ARRAY = of(ColumnType.REAL_ARRAY);
    public static final SqlType TEXT_ARRAY = of(ColumnType.TEXT_ARRAY);
    public static final SqlType JSON_ARRAY = of(ColumnType.JSON_ARRAY);

    public SqlType {
        if (maxLength.isPresent() && family != ColumnType.TEXT && family != ColumnType.TEXT_ARRAY) {
            throw new IllegalArgumentException(
                    "length " + maxLength.getAsInt() + " on " + family + " (expected: none)");
        }
    }

    public static SqlType of(ColumnType family) {
        return new SqlType(family, OptionalInt.empty());
    }

    public static SqlType varchar(int maxLength) {
        return new SqlType(ColumnType.TEXT, OptionalInt.of(maxLength));
    }

    public static SqlType varcharArray(int maxLength) {
        return new SqlType(ColumnType.TEXT_ARRAY, OptionalInt.of(maxLength));
    }

    /** The type as DDL writes it when any length may be stored, for example {@code character varying[]}. */
    public String ddlWithoutLength() {
        if (maxLength.isEmpty()) {
            return family.sqlName();
        }
        return family == ColumnType.TEXT_ARRAY ? "character varying[]" : "character varying";
    }

    /** The type as DDL writes it, for example {@code character varying(255)[]}. */
    public String ddl() {
        if (maxLength.isEmpty()) {
            return family.sqlName();
        }
        String varchar = "character varying(" + maxLength.getAsInt() + ")";
        return family == ColumnType.TEXT_ARRAY ? varchar + "[]" : varchar;
    }
}
