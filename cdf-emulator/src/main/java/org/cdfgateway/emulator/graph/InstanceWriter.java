package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.instance.InstanceKind;
import org.cdfgateway.emulator.model.InstanceId;
import org.jspecify.annotations.Nullable;

/** Writes instances with the properties of some views, and the types of these. */
final class InstanceWriter {

    private final Map<String, List<ShownSource>> bySpace = new LinkedHashMap<>();

    InstanceWriter(List<ShownSource> sources) {
        for (ShownSource source : sources) {
            bySpace.computeIfAbsent(source.view().id().space(), unused -> new ArrayList<>())
                    .add(source);
        }
    }

    void writeAll(List<Instance> instances, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (Instance instance : instances) {
            write(instance, out);
        }
        out.writeEndArray();
    }

    private void write(Instance instance, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("instanceType", instance.kind().word());
        out.writeNumberField("version", instance.version());
        writeReference("type", instance.type(), out);
        instance.id().writeFields(out);
        out.writeNumberField("createdTime", instance.createdTime());
        out.writeNumberField("lastUpdatedTime", instance.lastUpdatedTime());
        if (instance.isDeleted()) {
            out.writeNumberField("deletedTime", instance.deletedTime());
        }
        if (instance.kind() == InstanceKind.EDGE) {
            writeReference("startNode", instance.startNode(), out);
            writeReference("endNode", instance.endNode(), out);
        }
        if (!instance.isDeleted()) {
            writeProperties(instance, out);
        }
        out.writeEndObject();
    }

    private static void writeReference(String name, @Nullable InstanceId reference, JsonGenerator out)
            throws IOException {
        if (reference != null) {
            out.writeFieldName(name);
            reference.write(out);
        }
    }

    private void writeProperties(Instance instance, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("properties");
        for (Map.Entry<String, List<ShownSource>> space : bySpace.entrySet()) {
            boolean begun = false;
            for (ShownSource source : space.getValue()) {
                if (source.isIn(instance)) {
                    if (!begun) {
                        out.writeObjectFieldStart(space.getKey());
                        begun = true;
                    }
                    out.writeObjectFieldStart(source.view().id().label());
                    source.write(instance, out);
                    out.writeEndObject();
                }
            }
            if (begun) {
                out.writeEndObject();
            }
        }
        out.writeEndObject();
    }

    /** The types of all properties of the views, also of those that are not shown. */
    void writeTyping(JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, List<ShownSource>> space : bySpace.entrySet()) {
            out.writeObjectFieldStart(space.getKey());
            for (ShownSource source : space.getValue()) {
                out.writeFieldName(source.view().id().label());
                out.writeRawValue(source.view().typing().toString());
            }
            out.writeEndObject();
        }
        out.writeEndObject();
    }
}
