package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** What names a node or an edge; as a value, a reference to a node. */
public record InstanceId(String space, String externalId) implements Comparable<InstanceId> {

    public static InstanceId of(JsonNode json) {
        return new InstanceId(
                json.path("space").asText(), json.path("externalId").asText());
    }

    public void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        writeFields(out);
        out.writeEndObject();
    }

    public void writeFields(JsonGenerator out) throws IOException {
        out.writeStringField("space", space);
        out.writeStringField("externalId", externalId);
    }

    @Override
    public int compareTo(InstanceId other) {
        int difference = space.compareTo(other.space);
        return difference == 0 ? externalId.compareTo(other.externalId) : difference;
    }
}
