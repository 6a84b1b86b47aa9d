package org.cdfgateway.cdf.raw;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cdfgateway.cdf.row.Base64Text;
import org.cdfgateway.cdf.row.JsonText;
import org.cdfgateway.domain.table.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * The values of declared columns in RAW's JSON, where any value may stand: read leniently, written so that they are read
 * back as they were (reference/postgres-gateway.md section 8, row 21).
 */
final class RawValues {
    /** Enough of a value to recognise it. */
    private static final int SHOWN_CHARACTERS = 60;

    private RawValues() {}

    /**
     * The value that the parser stands on; null for JSON's null. Afterwards the parser stands on the value's last token,
     * whatever came of it.
     */
    static @Nullable Object read(JsonParser parser, ColumnType type) throws IOException, NotConvertible {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (type) {
            case JSON -> JsonText.read(parser);
            case TEXT -> parser.currentToken().isStructStart() ? JsonText.read(parser) : scalar(parser, type);
            case BOOLEAN, BIGINT, DOUBLE, REAL, BYTEA, TIMESTAMPTZ -> scalar(parser, type);
            case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY ->
                elements(parser, type.element().orElseThrow());
        };
    }

    private static Object scalar(JsonParser parser, ColumnType type) throws IOException, NotConvertible {
        JsonToken token = parser.currentToken();
        if (token.isStructStart()) {
            parser.skipChildren();
            throw new NotConvertible(kind(token));
        }
        String text = parser.getText();
        boolean isPossible = type != ColumnType.BYTEA || token == JsonToken.VALUE_STRING;
        Object value = isPossible ? RawScalar.value(type, text) : null;
        if (value == null) {
            throw new NotConvertible(kind(token) + " " + shown(token, text));
        }
        return value;
    }

    private static List<@Nullable Object> elements(JsonParser parser, ColumnType type)
            throws IOException, NotConvertible {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.START_ARRAY) {
            String found = token.isScalarValue() ? kind(token) + " " + shown(token, parser.getText()) : kind(token);
            parser.skipChildren();
            throw new NotConvertible(found);
        }
        List<@Nullable Object> elements = new ArrayList<>();
        NotConvertible failure = null;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            try {
                elements.add(read(parser, type));
            } catch (NotConvertible e) {
                failure = failure == null ? new NotConvertible("an array with " + e.found()) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return Collections.unmodifiableList(elements);
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "the text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number";
            default -> "the value";
        };
    }

    private static String shown(JsonToken token, String text) {
        String some = text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "...";
        return token == JsonToken.VALUE_STRING ? "\"" + some + "\"" : some;
    }

    /** Numbers that JSON does not have become texts, and so do times and bytes. */
    static void write(Object value, ColumnType type, JsonGenerator json) throws IOException {
        switch (type) {
            case BOOLEAN -> json.writeBoolean((Boolean) value);
            case BIGINT -> json.writeNumber((Long) value);
            case DOUBLE, REAL -> writeFraction((Double) value, type, json);
            case TEXT -> json.writeString((String) value);
            case TIMESTAMPTZ -> json.writeString(TimeText.of((Long) value));
            case BYTEA -> json.writeString(Base64Text.ofHex((String) value));
            case JSON -> json.writeRawValue((String) value);
            case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY ->
                writeElements((List<?>) value, type.element().orElseThrow(), json);
        }
    }

    private static void writeFraction(double number, ColumnType type, JsonGenerator json) throws IOException {
        if (!Double.isFinite(number)) {
            json.writeString(Double.toString(number));
        } else if (type == ColumnType.REAL) {
            json.writeNumber((float) number);
        } else {
            json.writeNumber(number);
        }
    }

    private static void writeElements(List<?> elements, ColumnType type, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Object element : elements) {
            if (element == null) {
                json.writeNull();
            } else {
                write(element, type, json);
            }
        }
        json.writeEndArray();
    }
}
