package org.cdfgateway.domain.row;

import org.cdfgateway.domain.table.ColumnType;

/**
 * The order of values as PostgreSQL has it: text by code point (collation C), NaN equal to itself and above every other
 * double, -0 equal to 0, false before true.
 */
public final class ValueOrder {

    private ValueOrder() {}

    /**
     * Compares two non-null values of one family.
     *
     * @throws IllegalArgumentException for JSON and arrays, which scans never compare
     */
    public static int compare(ColumnType family, Object left, Object right) {
        return switch (family) {
            case BOOLEAN -> Boolean.compare((Boolean) left, (Boolean) right);
            case BIGINT, TIMESTAMPTZ -> Long.compare((Long) left, (Long) right);
            case DOUBLE, REAL -> compareDoubles((Double) left, (Double) right);
            case TEXT, BYTEA -> compareText((String) left, (String) right);
            case JSON, BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY ->
                throw new IllegalArgumentException("values of " + family + " have no order");
        };
    }

    public static int compareDoubles(double left, double right) {
        if (left == right) {
            return 0;
        }
        return Double.compare(left, right);
    }

    /** By code point, which differs from {@link String#compareTo} where surrogates meet U+E000 to U+FFFF. */
    public static int compareText(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int i = 0; i < shared; i++) {
            char l = left.charAt(i);
            char r = right.charAt(i);
            if (l != r) {
                boolean surrogates = Character.isSurrogate(l) != Character.isSurrogate(r);
                return surrogates ? (Character.isSurrogate(l) ? 1 : -1) : Character.compare(l, r);
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
