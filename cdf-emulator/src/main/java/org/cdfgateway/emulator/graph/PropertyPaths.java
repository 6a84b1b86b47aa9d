package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.model.Container;
import org.cdfgateway.emulator.model.ContainerProperty;
import org.cdfgateway.emulator.model.DefinitionId;
import org.cdfgateway.emulator.model.View;
import org.cdfgateway.emulator.model.ViewProperty;

/**
 * Finds properties by the arrays that requests name them with.
 *
 * <pre>
 * ["node", "externalId"]     ["space", "container", "property"]     ["space", "view/version", "property"]
 * </pre>
 */
final class PropertyPaths {

    private static final int OF_VIEW_OR_CONTAINER = 3;

    private final Snapshot snapshot;

    PropertyPaths(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** @throws ApiError 400 for unknown ones */
    Accessor find(JsonNode path) {
        List<String> parts = new ArrayList<>();
        path.forEach(part -> parts.add(part.asText()));
        if (parts.size() == 2 && (parts.get(0).equals("node") || parts.get(0).equals("edge"))) {
            Accessor base = BaseProperties.find(parts.get(1));
            if (base != null) {
                return base;
            }
        }
        if (parts.size() != OF_VIEW_OR_CONTAINER) {
            throw unknown(path);
        }
        String type = parts.get(1);
        int slash = type.indexOf('/');
        return slash < 0
                ? ofContainer(DefinitionId.container(parts.get(0), type), parts.get(2), path)
                : ofView(
                        new DefinitionId(parts.get(0), type.substring(0, slash), type.substring(slash + 1)),
                        parts.get(2),
                        path);
    }

    /** @param source a reference to a view or a container */
    Accessor find(JsonNode source, String name) {
        DefinitionId id = DefinitionId.of(source);
        return id.version().isEmpty() ? ofContainer(id, name, source) : ofView(id, name, source);
    }

    private Accessor ofContainer(DefinitionId id, String name, JsonNode path) {
        Container container = snapshot.container(id);
        ContainerProperty property = container.property(name);
        if (property == null) {
            throw unknown(path);
        }
        return accessor(path.toString(), container, property);
    }

    private Accessor ofView(DefinitionId id, String name, JsonNode path) {
        View view = snapshot.view(id);
        ViewProperty property = view.property(name);
        if (property == null) {
            throw unknown(path);
        }
        return accessor(path.toString(), property.container(), property.target());
    }

    /** A property of a view by its name alone. */
    static Accessor ofView(View view, String name) {
        ViewProperty property = view.property(name);
        if (property == null) {
            throw ApiError.badRequest("Unknown property '" + name + "' of view " + view.id());
        }
        return accessor(name, property.container(), property.target());
    }

    /** A property of a view by its name alone, or else one that every instance has. */
    static Accessor ofViewOrInstance(View view, String name) {
        Accessor base = view.property(name) == null ? BaseProperties.find(name) : null;
        return base == null ? ofView(view, name) : base;
    }

    private static Accessor accessor(String name, Container container, ContainerProperty property) {
        return new Accessor(name, property.type(), instance -> instance.value(container, property));
    }

    private static ApiError unknown(JsonNode path) {
        return ApiError.badRequest("Unknown property " + path);
    }
}
