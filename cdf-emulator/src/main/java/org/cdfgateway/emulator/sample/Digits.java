package org.cdfgateway.emulator.sample;

/** Numbers as text; there are millions of them, too many for format strings. */
final class Digits {

    private Digits() {}

    /** With zeros in front up to a width. */
    static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    /** A number that is not negative, rounded, with three decimals. */
    static String decimal(double number) {
        long thousandths = Math.round(number * 1000);
        return thousandths / 1000 + "." + padded((int) (thousandths % 1000), 3);
    }
}
