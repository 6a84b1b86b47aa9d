package org.cdfgateway.sql.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Casts of constants, done at once. */
final class Constants {

    private Constants() {}

    static Constant cast(Constant constant, ValueType type) {
        Object value = constant.value();
        if (value == null) {
            return new Constant(type, null);
        }
        if (constant.type().is(ValueFamily.UNKNOWN)) {
            return new Constant(type, TextInput.parse(type, (String) value));
        }
        if (value instanceof List<?> elements && type.isArray()) {
            return new Constant(type, castElements(constant.type(), elements, type));
        }
        if (constant.type().isArray() || type.isArray()) {
            throw Unsupported.inCondition("a conversion from " + constant.type() + " to " + type);
        }
        return new Constant(type, castScalar(constant.type().family(), value, type.family()));
    }

    private static List<@Nullable Object> castElements(ValueType from, List<?> elements, ValueType to) {
        List<@Nullable Object> cast = new ArrayList<>(elements.size());
        for (Object element : elements) {
            cast.add(element == null ? null : castScalar(from.family(), element, to.family()));
        }
        return Collections.unmodifiableList(cast);
    }

    private static Object castScalar(ValueFamily from, Object value, ValueFamily to) {
        if (from == to) {
            return value;
        }
        if (from == ValueFamily.NUMERIC || (from == ValueFamily.INTEGER && to != ValueFamily.TEXT)) {
            // number literals are cast from their digits, so that nothing is rounded twice
            BigDecimal digits = value instanceof BigDecimal numeric ? numeric : BigDecimal.valueOf((Long) value);
            return TextInput.parse(ValueType.of(to), digits.toString());
        }
        if (Conversions.exists(from, to)) {
            return Conversions.convert(value, to);
        }
        throw Unsupported.inCondition("a conversion from " + ValueType.of(from) + " to " + ValueType.of(to));
    }
}
