package org.cdfgateway.cdf.raw;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as RAW holds them: JSON's, the same in texts, and the three that JSON does not have. */
final class NumberText {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?");

    /** Longer ones are no numbers that somebody has measured or counted, and slow to compute with. */
    private static final int MAX_CHARACTERS = 400;

    /** Decimal places on either side of the point that numbers of any column type can have. */
    private static final int MAX_PLACES = 400;

    private static final Map<String, Double> SPECIAL = Map.of(
            "nan", Double.NaN,
            "infinity", Double.POSITIVE_INFINITY,
            "+infinity", Double.POSITIVE_INFINITY,
            "-infinity", Double.NEGATIVE_INFINITY,
            "inf", Double.POSITIVE_INFINITY,
            "+inf", Double.POSITIVE_INFINITY,
            "-inf", Double.NEGATIVE_INFINITY);

    private NumberText() {}

    /** Null for what is no number, or one with more places than any column has. */
    static @Nullable BigDecimal decimal(String text) {
        if (!isNumber(text)) {
            return null;
        }
        BigDecimal number = new BigDecimal(text);
        return number.signum() == 0 ? BigDecimal.ZERO : Math.abs((long) number.scale()) <= MAX_PLACES ? number : null;
    }

    /** Null for what is no whole number of 64 bits; {@code 5.0} and {@code 1e3} are. */
    static @Nullable Long integer(String text) {
        BigDecimal number = decimal(text);
        if (number == null
                || number.precision() - (long) number.scale()
                        > String.valueOf(Long.MAX_VALUE).length()) {
            return null;
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /** Null for what is no number, and for one that is too large. */
    static @Nullable Double fraction(String text) {
        Double special = SPECIAL.get(text.toLowerCase(Locale.ROOT));
        if (special != null || !isNumber(text)) {
            return special;
        }
        double number = Double.parseDouble(text);
        return Double.isInfinite(number) ? null : number;
    }

    /** As {@link #fraction}, of what a single precision number can hold. */
    static @Nullable Double singleFraction(String text) {
        Double special = SPECIAL.get(text.toLowerCase(Locale.ROOT));
        if (special != null || !isNumber(text)) {
            return special;
        }
        float number = Float.parseFloat(text);
        return Float.isInfinite(number) ? null : (double) number;
    }

    private static boolean isNumber(String text) {
        return text.length() <= MAX_CHARACTERS && NUMBER.matcher(text).matches();
    }
}
