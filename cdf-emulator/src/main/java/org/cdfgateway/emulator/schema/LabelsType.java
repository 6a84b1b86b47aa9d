package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Distinct references to labels, in JSON as <code>[{"externalId": "a"}]</code>, in memory as {@code String[]}. */
record LabelsType(int max) implements CollectionType {

    @Override
    public Object read(JsonNode json, String path, Violations violations) {
        String[] labels = externalIds(json, path);
        check(labels, path, violations);
        if (Set.copyOf(List.of(labels)).size() != labels.length) {
            violations.add(path + " must be distinct");
        }
        return labels;
    }

    private static String[] externalIds(JsonNode json, String path) {
        if (!json.isArray()) {
            throw Violations.wrongType(path, "array", json);
        }
        String[] labels = new String[json.size()];
        for (int i = 0; i < labels.length; i++) {
            JsonNode externalId = json.get(i).path("externalId");
            if (!externalId.isTextual()) {
                throw Violations.wrongType(path + "[" + i + "].externalId", "string", externalId);
            }
            labels[i] = externalId.textValue();
        }
        return labels;
    }

    @Override
    public void check(Object value, String path, Violations violations) {
        violations.requireSize(path, ((String[]) value).length, 0, max);
    }

    @Override
    public Object empty() {
        return new String[0];
    }

    @Override
    public Object add(Object current, JsonNode additions, String path, Violations violations) {
        Set<String> labels = new LinkedHashSet<>(Arrays.asList((String[]) current));
        labels.addAll(Arrays.asList(externalIds(additions, path)));
        return labels.toArray(String[]::new);
    }

    @Override
    public Object remove(Object current, JsonNode removals, String path, Violations violations) {
        Set<String> labels = new LinkedHashSet<>(Arrays.asList((String[]) current));
        Arrays.asList(externalIds(removals, path)).forEach(labels::remove);
        return labels.toArray(String[]::new);
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (String label : (String[]) value) {
            out.writeStartObject();
            out.writeStringField("externalId", label);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    @Override
    public ValueKind kind() {
        return ValueKind.TEXTS;
    }
}
