package org.cdfgateway.sql.expression;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The conversions between families that never fail: others are not leakproof, so PostgreSQL does not ship them. */
final class Conversions {
    private static final Map<ValueFamily, Set<ValueFamily>> TARGETS = new EnumMap<>(Map.of(
            ValueFamily.BOOLEAN, EnumSet.of(ValueFamily.INTEGER),
            ValueFamily.INTEGER, EnumSet.of(ValueFamily.REAL, ValueFamily.DOUBLE, ValueFamily.NUMERIC),
            ValueFamily.REAL, EnumSet.of(ValueFamily.DOUBLE, ValueFamily.NUMERIC),
            ValueFamily.DOUBLE, EnumSet.of(ValueFamily.NUMERIC)));

    private Conversions() {}

    static boolean exists(ValueFamily from, ValueFamily to) {
        return TARGETS.getOrDefault(from, Set.of()).contains(to);
    }

    /** @throws IllegalArgumentException when there is no such conversion */
    static Object convert(Object value, ValueFamily to) {
        if (value instanceof Boolean truth && to == ValueFamily.INTEGER) {
            return truth ? 1L : 0L;
        }
        if (value instanceof Number number) {
            if (to == ValueFamily.REAL) {
                return (double) number.floatValue();
            }
            if (to == ValueFamily.DOUBLE) {
                return number.doubleValue();
            }
            if (to == ValueFamily.NUMERIC) {
                // the value of a numeric is never looked at, only whether there is one; NaN has no BigDecimal
                return BigDecimal.ZERO;
            }
        }
        throw new IllegalArgumentException("cannot convert " + value + " to " + to);
    }
}
