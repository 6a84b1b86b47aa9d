package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The direct relation that a reverse one goes through: a property of a view or of a container. */
final class ThroughTarget {

    private ThroughTarget() {}

    static boolean isList(JsonNode through, ModelState state) {
        PropertyType type = type(through, state);
        return type != null && type.isList();
    }

    /** The type of the property, null when there is none of that name. */
    static @Nullable PropertyType type(JsonNode through, ModelState state) {
        JsonNode source = through.path("source");
        DefinitionId id = DefinitionId.of(source);
        String name = through.path("identifier").asText();
        if (source.path("type").asText().equals("container")) {
            return containerType(id, name, state);
        }
        Definition view = state.find(DefinitionKind.VIEW, id);
        if (view == null) {
            return null;
        }
        ObjectNode properties = ViewInheritance.properties(view, state, true);
        JsonNode property = properties.path(name);
        return property.has("container")
                ? containerType(
                        DefinitionId.of(property.path("container")),
                        property.path("containerPropertyIdentifier").asText(),
                        state)
                : null;
    }

    private static @Nullable PropertyType containerType(DefinitionId id, String name, ModelState state) {
        Container container = state.container(id);
        ContainerProperty property = container == null ? null : container.property(name);
        return property == null ? null : property.type();
    }
}
