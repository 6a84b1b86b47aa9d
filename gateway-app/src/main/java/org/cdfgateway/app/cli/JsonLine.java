package org.cdfgateway.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object on a line of its own, with fields in the order in which they are added. */
public final class JsonLine {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private JsonLine() {}

    public static JsonLine of() {
        return new JsonLine();
    }

    /** @param value a text, a number, a boolean, null, or lists and maps of these */
    public JsonLine with(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    public String text() {
        return text(fields);
    }

    /** @param value as in {@link #with} */
    public static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps and lists of plain values are always JSON", e);
        }
    }
}
