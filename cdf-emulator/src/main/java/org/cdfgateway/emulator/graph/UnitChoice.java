package org.cdfgateway.emulator.graph;

import java.util.List;
import org.cdfgateway.emulator.unit.Unit;

/** The unit that values are shown in. */
@FunctionalInterface
interface UnitChoice {

    UnitChoice AS_STORED = value -> value;

    /** @param value a float or a list of them */
    Object converted(Object value);

    static UnitChoice between(Unit stored, Unit shown) {
        return value -> value instanceof List<?> list
                ? list.stream().map(each -> number(each, stored, shown)).toList()
                : number(value, stored, shown);
    }

    private static Object number(Object value, Unit stored, Unit shown) {
        double converted = stored.convert(((Number) value).doubleValue(), shown);
        return value instanceof Float ? (Object) (float) converted : (Object) converted;
    }
}
