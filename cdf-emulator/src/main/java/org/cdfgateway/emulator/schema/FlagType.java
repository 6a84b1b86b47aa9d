package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** True or false. */
record FlagType() implements FieldType {

    @Override
    public Object read(JsonNode json, String path, Violations violations) {
        if (!json.isBoolean()) {
            throw Violations.wrongType(path, "boolean", json);
        }
        return json.booleanValue();
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeBoolean((Boolean) value);
    }

    @Override
    public ValueKind kind() {
        return ValueKind.FLAG;
    }
}
