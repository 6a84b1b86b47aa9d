package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** A number with decimals, both bounds included. */
record DecimalType(double min, double max) implements FieldType {

    @Override
    public Object read(JsonNode json, String path, Violations violations) {
        if (!json.isNumber()) {
            throw Violations.wrongType(path, "number", json);
        }
        double number = json.doubleValue();
        if (number < min || number > max) {
            violations.add(path + " must be between " + min + " and " + max);
        }
        return number;
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeNumber((Double) value);
    }
}
