package org.cdfgateway.sql.remote.estimate;

import org.cdfgateway.domain.table.ColumnType;

/** Typical sizes of values in bytes. */
final class Widths {

    private Widths() {}

    static int of(ColumnType type) {
        return switch (type) {
            case BOOLEAN -> 1;
            case BIGINT, DOUBLE, TIMESTAMPTZ -> 8;
            case TEXT -> 32;
            case REAL -> 4;
            case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY, BYTEA -> 64;
            case JSON -> 256;
        };
    }
}
