package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object with members of its own, in memory as {@code Map<String, Object>}; members that are null are left out. */
public record ObjectType(List<Member> members) implements FieldType {

    /** @param required whether objects without it are refused */
    public record Member(String name, FieldType type, boolean required) {

        public static Member required(String name, FieldType type) {
            return new Member(name, type, true);
        }

        public static Member optional(String name, FieldType type) {
            return new Member(name, type, false);
        }
    }

    @Override
    public Object read(JsonNode json, String path, Violations violations) {
        return values(json, path, violations);
    }

    Map<String, Object> values(JsonNode json, String path, Violations violations) {
        if (!json.isObject()) {
            throw Violations.wrongType(path, "object", json);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Member member : members) {
            JsonNode value = json.path(member.name());
            String memberPath = path + "." + member.name();
            if (json.hasNonNull(member.name())) {
                values.put(member.name(), member.type().read(value, memberPath, violations));
            } else if (member.required()) {
                violations.addMissingField(memberPath);
            }
        }
        json.fieldNames().forEachRemaining(name -> {
            if (members.stream().noneMatch(member -> member.name().equals(name))) {
                violations.add(path + "." + name + " is not a known property");
            }
        });
        return Collections.unmodifiableMap(values);
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        Map<?, ?> values = (Map<?, ?>) value;
        out.writeStartObject();
        for (Member member : members) {
            Object own = values.get(member.name());
            if (own != null) {
                out.writeFieldName(member.name());
                member.type().write(own, out);
            }
        }
        out.writeEndObject();
    }
}
