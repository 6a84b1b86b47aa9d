package org.cdfgateway.sql.expression;

import org.cdfgateway.domain.row.ValueOrder;
import org.cdfgateway.domain.table.ColumnType;

/** The order of values. */
final class Values {

    private Values() {}

    /**
     * Compares two non-null values of one ordered family.
     *
     * @throws IllegalArgumentException for a family without order
     */
    static int compare(ValueFamily family, Object left, Object right) {
        return switch (family) {
            case BOOLEAN -> ValueOrder.compare(ColumnType.BOOLEAN, left, right);
            case INTEGER, TIMESTAMPTZ -> Long.compare((Long) left, (Long) right);
            case REAL, DOUBLE -> ValueOrder.compareDoubles((Double) left, (Double) right);
            case TEXT, BYTEA -> ValueOrder.compareText((String) left, (String) right);
            case NUMERIC, JSON, UNKNOWN ->
                throw new IllegalArgumentException("values of " + family + " have no order here");
        };
    }

    /** A value that {@code equals} treats as PostgreSQL's {@code =} does: both zeroes are one. */
    static Object key(Object value) {
        return value instanceof Double number ? (Object) (number + 0.0) : value;
    }
}
