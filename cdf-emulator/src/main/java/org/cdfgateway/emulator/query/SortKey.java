package org.cdfgateway.emulator.query;

import org.cdfgateway.emulator.schema.Property;
import org.jspecify.annotations.Nullable;

/** One part of an order. */
public record SortKey(Property property, boolean descending, boolean nullsFirst) {

    public static SortKey ascendingNullsLast(Property property) {
        return new SortKey(property, false, false);
    }

    int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            int nullsLast = Boolean.compare(left == null, right == null);
            return nullsFirst ? -nullsLast : nullsLast;
        }
        int ascending = compareValues(left, right);
        return descending ? -ascending : ascending;
    }

    /** @param left of the same class as {@code right} */
    static int compareValues(Object left, Object right) {
        if (left instanceof Long number) {
            return number.compareTo((Long) right);
        }
        if (left instanceof Boolean flag) {
            return flag.compareTo((Boolean) right);
        }
        return ((String) left).compareTo((String) right);
    }
}
