package org.cdfgateway.emulator.graph;

import org.cdfgateway.emulator.model.InstanceId;

/** Compares values of properties; numbers of different types by what they are. */
final class Values {

    private Values() {}

    /** Negative, 0 or positive; values of different kinds are in an arbitrary but fixed order. */
    static int compare(Object left, Object right) {
        if (left instanceof Number first && right instanceof Number second) {
            return isFloat(first) || isFloat(second)
                    ? Double.compare(first.doubleValue(), second.doubleValue())
                    : Long.compare(first.longValue(), second.longValue());
        }
        if (left instanceof String first && right instanceof String second) {
            return first.compareTo(second);
        }
        if (left instanceof Boolean first && right instanceof Boolean second) {
            return Boolean.compare(first, second);
        }
        if (left instanceof InstanceId first && right instanceof InstanceId second) {
            return first.compareTo(second);
        }
        return left.equals(right)
                ? 0
                : left.getClass().getName().compareTo(right.getClass().getName());
    }

    static boolean areEqual(Object left, Object right) {
        return (left instanceof Number && right instanceof Number) ? compare(left, right) == 0 : left.equals(right);
    }

    private static boolean isFloat(Number number) {
        return number instanceof Double || number instanceof Float;
    }

    /** The form in which equal numbers of all types are equal objects. */
    static Object canonical(Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        return value instanceof Float number ? (Object) number.doubleValue() : value;
    }
}
