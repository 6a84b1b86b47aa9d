package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.emulator.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * A view as instances need it, with all that it inherits.
 *
 * @param properties the mapped ones, by identifier
 * @param containers that it maps
 * @param filter of the view itself, null when it has none
 * @param typing the mapped properties as answers describe them
 */
public record View(
        DefinitionId id,
        Map<String, ViewProperty> properties,
        Set<DefinitionId> containers,
        @Nullable JsonNode filter,
        ObjectNode typing) {

    static View of(Definition definition, ModelState state) {
        Map<String, ViewProperty> properties = new LinkedHashMap<>();
        Set<DefinitionId> containers = new LinkedHashSet<>();
        ObjectNode typing = Json.newObject();
        ObjectNode described = ViewInheritance.answers(definition, state, true);
        for (Map.Entry<String, JsonNode> entry : described.properties()) {
            JsonNode json = entry.getValue();
            Container container =
                    json.has("container") ? state.container(DefinitionId.of(json.path("container"))) : null;
            ContainerProperty target = container == null
                    ? null
                    : container.property(
                            json.path("containerPropertyIdentifier").asText());
            if (container != null && target != null) {
                properties.put(entry.getKey(), new ViewProperty(entry.getKey(), container, target));
                containers.add(container.id());
                typing.set(entry.getKey(), json);
            }
        }
        JsonNode filter = definition.json().get("filter");
        return new View(definition.id(), properties, containers, filter, typing);
    }

    public @Nullable ViewProperty property(String name) {
        return properties.get(name);
    }

    /** Whether every value that its containers insist on can be given through it. */
    boolean isWritable() {
        Set<ContainerProperty> mapped = new LinkedHashSet<>();
        properties.values().forEach(property -> mapped.add(property.target()));
        return !properties.isEmpty()
                && mappedContainers().stream()
                        .flatMap(container -> container.properties().values().stream())
                        .allMatch(property ->
                                property.nullable() || property.absent() != null || mapped.contains(property));
    }

    boolean isQueryable() {
        return filter != null || !properties.isEmpty();
    }

    /** What all of its containers are for. */
    UsedFor usedFor() {
        return mappedContainers().stream()
                .map(Container::usedFor)
                .filter(usedFor -> usedFor != UsedFor.ALL)
                .findFirst()
                .orElse(properties.isEmpty() ? UsedFor.NODE : UsedFor.ALL);
    }

    /** The containers behind its properties. */
    public List<Container> mappedContainers() {
        Map<DefinitionId, Container> mapped = new LinkedHashMap<>();
        properties.values().forEach(property -> mapped.put(property.container().id(), property.container()));
        return List.copyOf(mapped.values());
    }
}
