package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cdfgateway.emulator.store.Metadata;

/** Custom fields; all limits but the number of pairs count UTF-8 bytes. */
record MetadataType(int maxKeyBytes, int maxValueBytes, int maxPairs, int maxTotalBytes) implements CollectionType {

    @Override
    public Object read(JsonNode json, String path, Violations violations) {
        Metadata metadata = Metadata.of(pairs(json, path));
        check(metadata, path, violations);
        return metadata;
    }

    private static Map<String, String> pairs(JsonNode json, String path) {
        if (!json.isObject()) {
            throw Violations.wrongType(path, "object", json);
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> pair : json.properties()) {
            if (!pair.getValue().isTextual()) {
                throw Violations.wrongType(path + "." + pair.getKey(), "string", pair.getValue());
            }
            pairs.put(pair.getKey(), pair.getValue().textValue());
        }
        return pairs;
    }

    @Override
    public void check(Object value, String path, Violations violations) {
        Metadata metadata = (Metadata) value;
        int total = 0;
        for (int i = 0; i < metadata.size(); i++) {
            int keyBytes = Utf8.length(metadata.key(i));
            int valueBytes = Utf8.length(metadata.value(i));
            if (keyBytes > maxKeyBytes) {
                violations.add(path + " keys must have at most " + maxKeyBytes + " bytes");
            }
            if (valueBytes > maxValueBytes) {
                violations.add(path + " values must have at most " + maxValueBytes + " bytes");
            }
            total += keyBytes + valueBytes;
        }
        violations.requireSize(path, metadata.size(), 0, maxPairs);
        if (total > maxTotalBytes) {
            violations.add(path + " must have at most " + maxTotalBytes + " bytes in total");
        }
    }

    @Override
    public Object empty() {
        return Metadata.EMPTY;
    }

    @Override
    public Object add(Object current, JsonNode additions, String path, Violations violations) {
        Map<String, String> pairs = ((Metadata) current).toMap();
        pairs.putAll(pairs(additions, path));
        return Metadata.of(pairs);
    }

    @Override
    public Object remove(Object current, JsonNode removals, String path, Violations violations) {
        if (!removals.isArray()) {
            throw Violations.wrongType(path, "array of keys", removals);
        }
        Map<String, String> pairs = ((Metadata) current).toMap();
        for (JsonNode key : removals) {
            pairs.remove(key.asText());
        }
        return Metadata.of(pairs);
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        Metadata metadata = (Metadata) value;
        out.writeStartObject();
        for (int i = 0; i < metadata.size(); i++) {
            out.writeStringField(metadata.key(i), metadata.value(i));
        }
        out.writeEndObject();
    }

    @Override
    public ValueKind kind() {
        return ValueKind.METADATA;
    }
}
