package org.cdfgateway.cdf.raw;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.cdfgateway.cdf.row.JsonText;
import org.cdfgateway.domain.table.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * Values of a primary key as the keys of their rows: the text of what the row's column stores, a time as
 * {@code 2026-01-31T00:00:00Z} for example. Each value has one text and each text one value, so that a row is found by
 * its value and no two rows show the same one; other texts of the same value, such as {@code 007}, are no keys of the
 * table.
 */
final class RawKeyText {
    private RawKeyText() {}

    static String of(ColumnType type, Object value) {
        return switch (type) {
            case TEXT, JSON -> (String) value;
            case DOUBLE, REAL -> number((Double) value, type);
            case BOOLEAN,
                    BIGINT,
                    BYTEA,
                    TIMESTAMPTZ,
                    BOOLEAN_ARRAY,
                    BIGINT_ARRAY,
                    DOUBLE_ARRAY,
                    REAL_ARRAY,
                    TEXT_ARRAY,
                    JSON_ARRAY -> stored(value, type);
        };
    }

    /** Whole numbers as most would write them. */
    private static String number(double value, ColumnType type) {
        String text = stored(value, type);
        return text.endsWith(".0") && !text.equals("-0.0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String stored(Object value, ColumnType type) {
        StringWriter json = new StringWriter();
        try (JsonGenerator generator = JsonText.generator(json)) {
            RawValues.write(value, type, generator);
        } catch (IOException e) {
            throw new UncheckedIOException("a value cannot be written into memory", e);
        }
        // Those that are texts need no escapes: times, bytes, and numbers that JSON does not have.
        String text = json.toString();
        return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    static Object read(ColumnType type, String key) throws NotConvertible {
        Object value = switch (type) {
            case TEXT -> key;
            case BOOLEAN, BIGINT, DOUBLE, REAL, BYTEA, TIMESTAMPTZ -> RawScalar.value(type, key);
            case JSON, BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY ->
                parsed(type, key);
        };
        if (value == null) {
            throw new NotConvertible("the key itself");
        }
        String expected = of(type, value);
        if (!expected.equals(key)) {
            throw new NotConvertible("the key itself, which would be spelled \"" + expected + "\"");
        }
        return value;
    }

    private static @Nullable Object parsed(ColumnType type, String key) throws NotConvertible {
        try (JsonParser parser = JsonText.parser(key)) {
            if (parser.nextToken() == null) {
                return null;
            }
            Object value = RawValues.read(parser, type);
            return parser.nextToken() == null ? (type == ColumnType.JSON ? key : value) : null;
        } catch (IOException e) {
            return null;
        }
    }
}
