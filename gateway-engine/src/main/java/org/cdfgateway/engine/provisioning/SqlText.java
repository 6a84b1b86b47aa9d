package org.cdfgateway.engine.provisioning;

/** Quotes what goes into SQL text. */
public final class SqlText {

    private SqlText() {}

    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Right only while {@code standard_conforming_strings} is on, as it is in the gateway's own sessions. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
