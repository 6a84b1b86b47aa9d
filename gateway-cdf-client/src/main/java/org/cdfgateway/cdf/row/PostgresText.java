package org.cdfgateway.cdf.row;

/** Texts as PostgreSQL can store them. */
public final class PostgresText {

    private PostgresText() {}

    /** U+0000, which no PostgreSQL text can hold, becomes U+FFFD. */
    public static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }
}
