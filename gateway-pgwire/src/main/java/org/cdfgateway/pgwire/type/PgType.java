package org.cdfgateway.pgwire.type;

import io.netty.buffer.ByteBuf;
import org.cdfgateway.domain.table.ColumnType;

/** A PostgreSQL type: how it is announced and how a value is written in text format. Stateless. */
public interface PgType {

    int oid();

    /** Bytes of the binary form, -1 when they vary; what {@code pg_type.typlen} says. */
    int length();

    /** @param value non-null, of the Java type that the type's {@link ColumnType} names */
    void writeText(Object value, ByteBuf out);

    static PgType of(ColumnType family) {
        return switch (family) {
            case BOOLEAN -> Bool.INSTANCE;
            case BIGINT -> Int8.INSTANCE;
            case DOUBLE -> Float8.INSTANCE;
            case TEXT -> Text.TEXT;
            case TIMESTAMPTZ -> TimestampTz.INSTANCE;
            case JSON -> Text.JSON;
            case REAL -> Float4.INSTANCE;
            case BYTEA -> Text.BYTEA;
            case BOOLEAN_ARRAY -> PlainArray.BOOL;
            case BIGINT_ARRAY -> PlainArray.INT8;
            case DOUBLE_ARRAY -> PlainArray.FLOAT8;
            case REAL_ARRAY -> PlainArray.FLOAT4;
            case TEXT_ARRAY -> QuotedArray.TEXT;
            case JSON_ARRAY -> QuotedArray.JSON;
        };
    }
}
