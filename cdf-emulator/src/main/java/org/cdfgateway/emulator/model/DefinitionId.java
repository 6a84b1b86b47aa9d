package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import org.cdfgateway.emulator.http.Json;

/**
 * What names a definition. Parts that a kind does not have are empty: containers have no version, spaces nothing but
 * themselves.
 */
public record DefinitionId(String space, String externalId, String version) implements Comparable<DefinitionId> {

    private static final Comparator<DefinitionId> ORDER = Comparator.comparing(DefinitionId::space)
            .thenComparing(DefinitionId::externalId)
            .thenComparing(DefinitionId::version);

    public static DefinitionId container(String space, String externalId) {
        return new DefinitionId(space, externalId, "");
    }

    /** Reads whichever parts there are, from a definition or a reference. */
    public static DefinitionId of(JsonNode json) {
        return new DefinitionId(
                json.path("space").asText(),
                json.path("externalId").asText(),
                json.path("version").asText());
    }

    DefinitionId withVersion(String other) {
        return new DefinitionId(space, externalId, other);
    }

    boolean isSameButForVersion(DefinitionId other) {
        return space.equals(other.space) && externalId.equals(other.externalId);
    }

    /** The parts there are, without a type. */
    ObjectNode json() {
        ObjectNode json = Json.newObject().put("space", space);
        if (!externalId.isEmpty()) {
            json.put("externalId", externalId);
        }
        if (!version.isEmpty()) {
            json.put("version", version);
        }
        return json;
    }

    /** As a reference to a container, or to a view when there is a version. */
    public ObjectNode reference() {
        ObjectNode reference = Json.newObject().put("type", version.isEmpty() ? "container" : "view");
        reference.setAll(json());
        return reference;
    }

    /** The key of its values in instances: {@code Pump} or {@code Pump/v1}. */
    public String label() {
        return version.isEmpty() ? externalId : externalId + "/" + version;
    }

    @Override
    public int compareTo(DefinitionId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String text = externalId.isEmpty() ? space : space + ":" + externalId;
        return version.isEmpty() ? text : text + "(version=" + version + ")";
    }
}
