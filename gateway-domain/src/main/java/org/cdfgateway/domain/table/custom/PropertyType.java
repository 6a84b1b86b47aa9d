package org.cdfgateway.domain.table.custom;

import java.util.Arrays;
import java.util.Optional;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.SqlType;

/** The types of view properties, with the columns that show them (reference/postgres-gateway.md section 4.4). */
public enum PropertyType {
    TEXT("text", ColumnType.TEXT, ColumnType.TEXT_ARRAY),
    ENUM("enum", ColumnType.TEXT, ColumnType.TEXT_ARRAY),
    BOOLEAN("boolean", ColumnType.BOOLEAN, ColumnType.BOOLEAN_ARRAY),
    INT32("int32", ColumnType.BIGINT, ColumnType.BIGINT_ARRAY),
    INT64("int64", ColumnType.BIGINT, ColumnType.BIGINT_ARRAY),
    FLOAT32("float32", ColumnType.REAL, ColumnType.REAL_ARRAY),
    FLOAT64("float64", ColumnType.DOUBLE, ColumnType.DOUBLE_ARRAY),
    TIMESTAMP("timestamp", ColumnType.TIMESTAMPTZ, ColumnType.TEXT_ARRAY),
    DATE("date", ColumnType.TEXT, ColumnType.TEXT_ARRAY),
    JSON("json", ColumnType.JSON, ColumnType.JSON_ARRAY),
    DIRECT_RELATION("direct", ColumnType.JSON, ColumnType.JSON_ARRAY),
    TIME_SERIES("timeseries", ColumnType.TEXT, ColumnType.TEXT_ARRAY),
    FILE("file", ColumnType.TEXT, ColumnType.TEXT_ARRAY),
    SEQUENCE("sequence", ColumnType.TEXT, ColumnType.TEXT_ARRAY);

    private final String cdfName;
    private final ColumnType single;
    private final ColumnType list;

    PropertyType(String cdfName, ColumnType single, ColumnType list) {
        this.cdfName = cdfName;
        this.single = single;
        this.list = list;
    }

    /** {@code type} in CDF's JSON. */
    public String cdfName() {
        return cdfName;
    }

    public SqlType column(boolean isList) {
        return SqlType.of(isList ? list : single);
    }

    public static Optional<PropertyType> of(String cdfName) {
        return Arrays.stream(values())
                .filter(type -> type.cdfName.equals(cdfName))
                .findFirst();
    }
}
