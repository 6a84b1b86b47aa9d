package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Some objects of one type, in memory as {@code List<Object>}; equal ones are the same when they are added or removed. */
record ObjectsType(ObjectType element) implements CollectionType {

    @Override
    public Object read(JsonNode json, String path, Violations violations) {
        return elements(json, path, violations);
    }

    private List<Object> elements(JsonNode json, String path, Violations violations) {
        if (!json.isArray()) {
            throw Violations.wrongType(path, "array", json);
        }
        List<Object> elements = new ArrayList<>();
        for (JsonNode one : json) {
            elements.add(element.read(one, path + "[" + elements.size() + "]", violations));
        }
        return List.copyOf(elements);
    }

    @Override
    public void check(Object value, String path, Violations violations) {}

    @Override
    public Object empty() {
        return List.of();
    }

    @Override
    public Object add(Object current, JsonNode additions, String path, Violations violations) {
        List<Object> all = new ArrayList<>((List<?>) current);
        for (Object one : elements(additions, path, violations)) {
            if (!all.contains(one)) {
                all.add(one);
            }
        }
        return List.copyOf(all);
    }

    @Override
    public Object remove(Object current, JsonNode removals, String path, Violations violations) {
        List<Object> all = new ArrayList<>((List<?>) current);
        all.removeAll(elements(removals, path, violations));
        return List.copyOf(all);
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (Object one : (List<?>) value) {
            element.write(one, out);
        }
        out.writeEndArray();
    }
}
