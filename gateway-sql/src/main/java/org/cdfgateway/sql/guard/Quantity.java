package org.cdfgateway.sql.guard;

import java.util.Map;
import java.util.Optional;

/**
 * A setting's value with its unit, as PostgreSQL reads it (manual, section 19.1.1), or a bit larger: a leading zero, which
 * means octal there, is ignored.
 *
 * @param number in {@code unit}, or in the setting's own unit when that is empty
 */
record Quantity(double number, String unit) {

    /** Bytes per unit. */
    static final Map<String, Double> MEMORY = Map.of(
            "B", 1.0, "kB", 1024.0, "MB", 1024.0 * 1024, "GB", 1024.0 * 1024 * 1024, "TB", 1024.0 * 1024 * 1024 * 1024);

    /** Milliseconds per unit. */
    static final Map<String, Double> TIME =
            Map.of("us", 0.001, "ms", 1.0, "s", 1_000.0, "min", 60_000.0, "h", 3_600_000.0, "d", 86_400_000.0);

    /** Empty when it is no number with at most a unit. */
    static Optional<Quantity> parse(String value) {
        String text = value.strip();
        int end = numberEnd(text);
        try {
            double number = isHexadecimal(text)
                    ? Long.parseLong(text.substring(2, end), 16)
                    : Double.parseDouble(text.substring(0, end));
            return Optional.of(new Quantity(number, text.substring(end).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The amount in base units; empty when the unit is not among {@code units}. */
    Optional<Double> in(Map<String, Double> units, double ownUnit) {
        if (unit.isEmpty()) {
            return Optional.of(number * ownUnit);
        }
        return Optional.ofNullable(units.get(unit)).map(factor -> number * factor);
    }

    private static boolean isHexadecimal(String text) {
        return text.startsWith("0x") || text.startsWith("0X");
    }

    private static int numberEnd(String text) {
        if (isHexadecimal(text)) {
            int end = 2;
            while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
                end++;
            }
            return end;
        }
        int end = 0;
        while (end < text.length() && isNumberPart(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean isNumberPart(String text, int position) {
        char c = text.charAt(position);
        if ((c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+') {
            return true;
        }
        return (c == 'e' || c == 'E') && position > 0;
    }
}
