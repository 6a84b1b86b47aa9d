package org.cdfgateway.sql.expression;

import java.math.BigDecimal;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/** Reads values in PostgreSQL's text format, as its output functions write them with DateStyle ISO. */
public final class TextInput {

    private TextInput() {}

    /**
     * @return the Java type that the family names, or a list of it for an array
     * @throws GatewayException INVALID_TEXT_REPRESENTATION
     */
    public static Object parse(ValueType type, String text) {
        return type.isArray() ? ArrayText.parse(type.element(), text) : scalar(type.family(), text);
    }

    static GatewayException invalid(String type, String text) {
        return new GatewayException(
                ErrorKind.INVALID_TEXT_REPRESENTATION, "invalid input syntax for type " + type + ": \"" + text + "\"");
    }

    private static Object scalar(ValueFamily family, String text) {
        return switch (family) {
            case BOOLEAN -> truth(text);
            case INTEGER -> integer(text);
            case REAL -> NumberText.real(text);
            case DOUBLE -> NumberText.doublePrecision(text);
            case NUMERIC -> numeric(text);
            case TIMESTAMPTZ -> TimestampText.parse(text);
            case BYTEA -> ByteText.hex(text);
            case TEXT, JSON, UNKNOWN -> text;
        };
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "t", "true", "on", "yes", "y", "1" -> true;
            case "f", "false", "off", "no", "n", "0" -> false;
            default -> throw invalid("boolean", text);
        };
    }

    private static Long integer(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw invalid("bigint", text).causedBy(e);
        }
    }

    private static BigDecimal numeric(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw invalid("numeric", text).causedBy(e);
        }
    }
}
