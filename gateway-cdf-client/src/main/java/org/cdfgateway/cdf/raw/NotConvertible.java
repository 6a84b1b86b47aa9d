package org.cdfgateway.cdf.raw;

/** A value of RAW that is none of the column's type. The message says what it is. */
final class NotConvertible extends Exception {
    private static final long serialVersionUID = 1L;

    NotConvertible(String found) {
        super(found, null, false, false);
    }

    String found() {
        return String.valueOf(getMessage());
    }
}
