package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A container as instances need it.
 *
 * @param serial tells it from an earlier container of the same name
 * @param properties by identifier
 * @param slots values that an instance has room for
 * @param unique groups of properties whose values no two instances share
 * @param required containers that an instance must have values in, too
 */
public record Container(
        DefinitionId id,
        long serial,
        UsedFor usedFor,
        Map<String, ContainerProperty> properties,
        int slots,
        List<Unique> unique,
        List<DefinitionId> required) {

    /** @param bySpace whether instances of different spaces may share values */
    public record Unique(String name, List<ContainerProperty> properties, boolean bySpace) {}

    static Container of(Definition definition) {
        JsonNode json = definition.json();
        Map<String, ContainerProperty> properties = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.path("properties").properties()) {
            properties.put(entry.getKey(), property(entry.getKey(), entry.getValue(), definition.layout()));
        }
        List<Unique> unique = new ArrayList<>();
        List<DefinitionId> required = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : json.path("constraints").properties()) {
            JsonNode constraint = entry.getValue();
            if (constraint.has("require")) {
                required.add(DefinitionId.of(constraint.path("require")));
            } else {
                unique.add(unique(entry.getKey(), constraint, properties));
            }
        }
        return new Container(
                definition.id(),
                definition.serial(),
                UsedFor.of(json.path("usedFor").asText()),
                properties,
                definition.layout().size(),
                List.copyOf(unique),
                List.copyOf(required));
    }

    private static ContainerProperty property(String name, JsonNode json, Layout layout) {
        PropertyType type = PropertyType.of(json.path("type"));
        JsonNode absent = json.path("defaultValue");
        Integer slot = layout.slots().get(name);
        return new ContainerProperty(
                name,
                slot == null ? layout.size() : slot,
                type,
                json.path("nullable").asBoolean(),
                json.path("autoIncrement").asBoolean(),
                json.path("immutable").asBoolean(),
                absent.isMissingNode() ? null : type.read(absent, name));
    }

    private static Unique unique(String name, JsonNode constraint, Map<String, ContainerProperty> properties) {
        List<ContainerProperty> members = new ArrayList<>();
        for (JsonNode member : constraint.path("properties")) {
            ContainerProperty property = properties.get(member.asText());
            if (property != null) {
                members.add(property);
            }
        }
        return new Unique(name, members, constraint.path("bySpace").asBoolean());
    }

    public @Nullable ContainerProperty property(String name) {
        return properties.get(name);
    }
}
