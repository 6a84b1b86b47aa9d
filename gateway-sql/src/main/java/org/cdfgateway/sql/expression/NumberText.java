package org.cdfgateway.sql.expression;

/** Floating point numbers in PostgreSQL's text format: digits, {@code NaN}, {@code Infinity}, {@code -Infinity}. */
final class NumberText {

    private NumberText() {}

    static Double doublePrecision(String text) {
        return isNumber(text) ? Double.valueOf(text) : special("double precision", text);
    }

    /** Rounded to single precision first, as PostgreSQL does. */
    static Double real(String text) {
        return isNumber(text) ? (double) Float.parseFloat(text) : special("real", text);
    }

    private static Double special(String type, String text) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw TextInput.invalid(type, text);
        };
    }

    /** Java's parser would take more: hexadecimal digits and a trailing type letter. */
    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return !text.isEmpty() && text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
