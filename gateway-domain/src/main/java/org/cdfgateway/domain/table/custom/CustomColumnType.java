package org.cdfgateway.domain.table.custom;

import java.util.Arrays;
import java.util.Optional;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.SqlType;

/** The column types that the tables API knows (reference/postgres-gateway.md section 4.2). */
public enum CustomColumnType {
    BIGINT("BIGINT", ColumnType.BIGINT),
    BIGINT_ARRAY("BIGINT[]", ColumnType.BIGINT_ARRAY),
    BOOL("BOOL", ColumnType.BOOLEAN),
    BOOL_ARRAY("BOOL[]", ColumnType.BOOLEAN_ARRAY),
    BYTEA("BYTEA", ColumnType.BYTEA),
    DOUBLE_PRECISION("DOUBLE PRECISION", ColumnType.DOUBLE),
    DOUBLE_PRECISION_ARRAY("DOUBLE PRECISION[]", ColumnType.DOUBLE_ARRAY),
    JSON("JSON", ColumnType.JSON),
    JSON_ARRAY("JSON[]", ColumnType.JSON_ARRAY),
    REAL("REAL", ColumnType.REAL),
    REAL_ARRAY("REAL[]", ColumnType.REAL_ARRAY),
    TEXT("TEXT", ColumnType.TEXT),
    TEXT_ARRAY("TEXT[]", ColumnType.TEXT_ARRAY),
    TIMESTAMPTZ("TIMESTAMPTZ", ColumnType.TIMESTAMPTZ),
    VARCHAR("VARCHAR", ColumnType.TEXT),
    VARCHAR_ARRAY("VARCHAR[]", ColumnType.TEXT_ARRAY);

    private final String apiName;
    private final ColumnType family;

    CustomColumnType(String apiName, ColumnType family) {
        this.apiName = apiName;
        this.family = family;
    }

    /** As the API writes it, for example {@code DOUBLE PRECISION[]}. */
    public String apiName() {
        return apiName;
    }

    /** VARCHAR without a length is text: both have no bound. */
    public SqlType sqlType() {
        return SqlType.of(family);
    }

    /** Exactly as the API writes it; empty for any other name. */
    public static Optional<CustomColumnType> of(String apiName) {
        return Arrays.stream(values())
                .filter(type -> type.apiName.equals(apiName))
                .findFirst();
    }

    /** The type that shows values of an SQL type; a length is left out. */
    public static CustomColumnType showing(SqlType type) {
        if (type.maxLength().isPresent()) {
            return type.family() == ColumnType.TEXT_ARRAY ? VARCHAR_ARRAY : VARCHAR;
        }
        return Arrays.stream(values())
                .filter(candidate -> candidate.family == type.family())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column type shows " + type));
    }
}
