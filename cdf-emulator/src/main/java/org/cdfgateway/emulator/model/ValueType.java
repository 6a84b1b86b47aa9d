package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The types of single values: how they look in JSON and in memory.
 *
 * <p>In memory a value is the smallest box there is: {@code Long} milliseconds for timestamps, {@code Integer} days for
 * dates, the text of a JSON object, {@link InstanceId} for direct relations. All but JSON are comparable among each other.
 */
public enum ValueType {
    TEXT("text", "a text"),
    BOOLEAN("boolean", "true or false"),
    INT32("int32", "an integer of 32 bits"),
    INT64("int64", "an integer of 64 bits"),
    FLOAT32("float32", "a number of 32 bits"),
    FLOAT64("float64", "a number of 64 bits"),
    TIMESTAMP("timestamp", "a timestamp such as 2024-12-31T23:59:59.999Z"),
    DATE("date", "a date such as 2024-12-31"),
    JSON("json", "a JSON object"),
    DIRECT("direct", "a reference to a node"),
    ENUM("enum", "the name of a value"),
    TIME_SERIES("timeseries", "an external id"),
    FILE("file", "an external id"),
    SEQUENCE("sequence", "an external id");

    private final String word;
    private final String expected;

    ValueType(String word, String expected) {
        this.word = word;
        this.expected = expected;
    }

    static ValueType of(String word) {
        for (ValueType type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException("type: " + word + " (expected: one of the types of properties)");
    }

    /** As the API names it. */
    public String word() {
        return word;
    }

    /** What its values are, for messages. */
    String expected() {
        return expected;
    }

    /** The value in memory, null when the JSON is none of this type. */
    @Nullable
    Object read(JsonNode json) {
        return switch (this) {
            case TEXT, ENUM, TIME_SERIES, FILE, SEQUENCE -> text(json);
            case BOOLEAN -> json.isBoolean() ? json.booleanValue() : null;
            case INT32 -> json.isIntegralNumber() && json.canConvertToInt() ? (Object) json.intValue() : null;
            case INT64 -> json.isIntegralNumber() && json.canConvertToLong() ? (Object) json.longValue() : null;
            case FLOAT32 -> float32(json);
            case FLOAT64 -> float64(json);
            case TIMESTAMP -> json.isTextual() ? IsoTimes.millis(json.textValue()) : null;
            case DATE -> json.isTextual() ? IsoTimes.days(json.textValue()) : null;
            case JSON -> json.isObject() ? json.toString() : null;
            case DIRECT -> reference(json);
        };
    }

    void write(Object value, JsonGenerator out) throws IOException {
        switch (this) {
            case TEXT, ENUM, TIME_SERIES, FILE, SEQUENCE -> out.writeString((String) value);
            case BOOLEAN -> out.writeBoolean((Boolean) value);
            case INT32 -> out.writeNumber((Integer) value);
            case INT64 -> out.writeNumber((Long) value);
            case FLOAT32 -> out.writeNumber((Float) value);
            case FLOAT64 -> out.writeNumber((Double) value);
            case TIMESTAMP -> out.writeString(IsoTimes.timestamp((Long) value));
            case DATE -> out.writeString(IsoTimes.date((Integer) value));
            case JSON -> out.writeRawValue((String) value);
            case DIRECT -> ((InstanceId) value).write(out);
        }
    }

    public boolean isFloat() {
        return this == FLOAT32 || this == FLOAT64;
    }

    public boolean isNumber() {
        return isFloat() || this == INT32 || this == INT64;
    }

    /** Texts, which can be searched; not the names of other things. */
    public boolean isText() {
        return this == TEXT;
    }

    private static @Nullable String text(JsonNode json) {
        return json.isTextual() && json.textValue().indexOf('\0') < 0 ? json.textValue() : null;
    }

    private static @Nullable Float float32(JsonNode json) {
        float value = json.floatValue();
        return json.isNumber() && Float.isFinite(value) ? value : null;
    }

    private static @Nullable Double float64(JsonNode json) {
        double value = json.doubleValue();
        return json.isNumber() && Double.isFinite(value) ? value : null;
    }

    private static @Nullable InstanceId reference(JsonNode json) {
        boolean isReference =
                json.path("space").isTextual() && json.path("externalId").isTextual();
        return isReference ? InstanceId.of(json) : null;
    }
}
