package org.cdfgateway.sql.edit;

/** Puts names and texts into SQL so that PostgreSQL reads them back as they are. */
public final class Quoting {

    private Quoting() {}

    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** As {@code quote_literal} does: right whether or not {@code standard_conforming_strings} is on. */
    public static String literal(String value) {
        String doubled = value.replace("'", "''");
        return doubled.indexOf('\\') < 0 ? "'" + doubled + "'" : " E'" + doubled.replace("\\", "\\\\") + "'";
    }
}
