package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An {@link InstanceKey}, in memory as its text. */
record InstanceType() implements FieldType {

    @Override
    public Object read(JsonNode json, String path, Violations violations) {
        return InstanceKey.read(json, path, violations).text();
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        InstanceKey key = InstanceKey.of((String) value);
        out.writeStartObject();
        out.writeStringField("space", key.space());
        out.writeStringField("externalId", key.externalId());
        out.writeEndObject();
    }

    /** The name under which filters see a part of it, for example {@code instanceId.space}. */
    static Property part(Field field, boolean isSpace) {
        String name = field.name() + (isSpace ? ".space" : ".externalId");
        return new Property(name, ValueKind.TEXT, item -> part(field.textOf(item), isSpace));
    }

    private static @Nullable String part(@Nullable String text, boolean isSpace) {
        if (text == null) {
            return null;
        }
        InstanceKey key = InstanceKey.of(text);
        return isSpace ? key.space() : key.externalId();
    }
}
