package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** A text with a length in characters. */
record TextType(int min, int max) implements FieldType {

    @Override
    public Object read(JsonNode json, String path, Violations violations) {
        if (!json.isTextual()) {
            throw Violations.wrongType(path, "string", json);
        }
        String text = json.textValue();
        violations.requireSize(path, text.length(), min, max);
        return text;
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeString((String) value);
    }

    @Override
    public ValueKind kind() {
        return ValueKind.TEXT;
    }
}
