package org.cdfgateway.emulator.instance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.model.Container;
import org.cdfgateway.emulator.model.ContainerProperty;
import org.cdfgateway.emulator.model.DefinitionId;
import org.cdfgateway.emulator.model.InstanceId;
import org.cdfgateway.emulator.model.ModelState;
import org.cdfgateway.emulator.model.PropertyType;
import org.cdfgateway.emulator.model.ValueType;
import org.cdfgateway.emulator.model.View;
import org.cdfgateway.emulator.model.ViewProperty;
import org.jspecify.annotations.Nullable;

/** Writes the {@code sources} of an item into a draft, through views or straight into containers. */
final class SourceValues {

    private final ModelState models;
    private final WantedNodes wanted;
    private final UnaryOperator<InstanceId> shared;
    private final boolean replaces;

    /** @param shared gives the id that is in memory already, if it is */
    SourceValues(ModelState models, WantedNodes wanted, UnaryOperator<InstanceId> shared, boolean replaces) {
        this.models = models;
        this.wanted = wanted;
        this.shared = shared;
        this.replaces = replaces;
    }

    void write(JsonNode sources, InstanceDraft draft) {
        if (replaces) {
            sources.forEach(source -> containers(source.path("source"))
                    .forEach(container -> draft.row(container).replaceAll()));
        }
        for (JsonNode source : sources) {
            JsonNode properties = source.path("properties");
            if (!properties.isObject() || properties.isEmpty()) {
                throw ApiError.badRequest("properties of a source must be an object with at least one property");
            }
            write(source.path("source"), properties, draft);
        }
    }

    private void write(JsonNode source, JsonNode properties, InstanceDraft draft) {
        for (Container container : containers(source)) {
            if (!container.usedFor().fits(draft.kind().word())) {
                throw ApiError.badRequest("Container " + container.id() + " cannot be used for "
                        + draft.kind().word() + "s, such as " + draft.id().externalId());
            }
            // Who writes through a view has values in everything that the view maps, so that it shows them.
            draft.row(container);
        }
        for (Map.Entry<String, JsonNode> entry : properties.properties()) {
            Target target = target(source, entry.getKey());
            Object value = value(entry.getValue(), target.property(), entry.getKey());
            draft.row(target.container()).set(target.property(), value);
        }
    }

    private record Target(Container container, ContainerProperty property) {}

    private Target target(JsonNode source, String name) {
        if (isView(source)) {
            ViewProperty property = view(source).property(name);
            if (property != null) {
                return new Target(property.container(), property.target());
            }
        } else {
            Container container = container(source);
            ContainerProperty property = container.property(name);
            if (property != null) {
                return new Target(container, property);
            }
        }
        throw ApiError.badRequest("Unknown property '" + name + "' of " + DefinitionId.of(source));
    }

    private @Nullable Object value(JsonNode json, ContainerProperty property, String name) {
        if (json.isNull()) {
            return null;
        }
        PropertyType type = property.type();
        Object value = type.read(json, name);
        if (type.value() != ValueType.DIRECT) {
            return value;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> relation((InstanceId) each, type)).toList();
        }
        return relation((InstanceId) value, type);
    }

    private InstanceId relation(InstanceId target, PropertyType type) {
        InstanceId id = shared.apply(target);
        wanted.add(id, WantedNodes.Role.DIRECT_RELATION, type.container());
        return id;
    }

    private List<Container> containers(JsonNode source) {
        return isView(source) ? view(source).mappedContainers() : List.of(container(source));
    }

    private static boolean isView(JsonNode source) {
        return source.path("type").asText().equals("view");
    }

    private View view(JsonNode source) {
        return models.requireView(DefinitionId.of(source));
    }

    private Container container(JsonNode source) {
        return models.requireContainer(DefinitionId.of(source));
    }
}
