package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.cdfgateway.emulator.geo.GeoJson;

/** A GeoJSON feature, kept as its JSON text. */
record GeoType() implements FieldType {

    @Override
    public Object read(JsonNode json, String path, Violations violations) {
        if (!json.isObject()) {
            throw Violations.wrongType(path, "GeoJSON feature", json);
        }
        if (!json.path("type").asText().equals("Feature")) {
            violations.add(path + ".type must be Feature");
        }
        try {
            GeoJson.read(json.path("geometry"));
        } catch (IllegalArgumentException e) {
            violations.add(path + ".geometry: " + e.getMessage());
        }
        if (json.hasNonNull("properties") && !json.path("properties").isObject()) {
            violations.add(path + ".properties must be an object");
        }
        return json.toString();
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeRawValue((String) value);
    }
}
