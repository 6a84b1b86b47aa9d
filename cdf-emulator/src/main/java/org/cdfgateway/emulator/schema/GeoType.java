package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;

/** A GeoJSON feature, kept as its JSON text. */
record GeoType() implements FieldType {

    private static final Set<String> GEOMETRIES =
            Set.of("Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon");

    @Override
    public Object read(JsonNode json, String path, Violations violations) {
        if (!json.isObject()) {
            throw Violations.wrongType(path, "GeoJSON feature", json);
        }
        if (!json.path("type").asText().equals("Feature")) {
            violations.add(path + ".type must be Feature");
        }
        JsonNode geometry = json.path("geometry");
        String type = geometry.path("type").asText();
        JsonNode coordinates = geometry.path("coordinates");
        if (!GEOMETRIES.contains(type)) {
            violations.add(path + ".geometry.type must be one of " + GEOMETRIES);
        }
        if (!coordinates.isArray() || coordinates.isEmpty() || (type.equals("Point") && coordinates.size() != 2)) {
            violations.add(path + ".geometry.coordinates do not fit " + type);
        }
        return json.toString();
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeRawValue((String) value);
    }
}
