package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** A whole number: an id from 1, a time from 0. */
record NumberType(long min, long max) implements FieldType {

    @Override
    public Object read(JsonNode json, String path, Violations violations) {
        if (!json.isIntegralNumber() || !json.canConvertToLong()) {
            throw Violations.wrongType(path, "integer", json);
        }
        long number = json.longValue();
        if (number < min) {
            violations.add(path + " must be greater than or equal to " + min);
        } else if (number > max) {
            violations.add(path + " must be less than or equal to " + max);
        }
        return number;
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeNumber((Long) value);
    }

    @Override
    public ValueKind kind() {
        return ValueKind.NUMBER;
    }
}
