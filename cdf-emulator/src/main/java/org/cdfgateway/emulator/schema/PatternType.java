package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * A text of a certain form.
 *
 * @param form the form in words
 */
record PatternType(Pattern pattern, String form) implements FieldType {

    @Override
    public Object read(JsonNode json, String path, Violations violations) {
        if (!json.isTextual()) {
            throw Violations.wrongType(path, "string", json);
        }
        if (!pattern.matcher(json.textValue()).matches()) {
            violations.add(path + " must be " + form);
        }
        return json.textValue();
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
