package org.cdfgateway.cdf.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.table.custom.InstanceKind;
import org.cdfgateway.domain.table.custom.PropertyType;
import org.cdfgateway.domain.table.custom.ViewId;
import org.cdfgateway.domain.table.custom.ViewProperty;
import org.cdfgateway.domain.table.custom.ViewSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Definitions of views as CDF answers them (reference/cdf-api-data.md sections 11.2 and 11.3). */
final class ViewJson {
    private static final Logger LOG = LoggerFactory.getLogger(ViewJson.class);

    private static final String FOR_BOTH = "all";

    private ViewJson() {}

    static ViewId id(JsonNode reference) {
        return new ViewId(
                reference.path("space").asText(),
                reference.path("externalId").asText(),
                reference.path("version").asText());
    }

    /** @param kind what is wanted; empty for what the view is used for */
    static ViewSource source(JsonNode view, Optional<InstanceKind> kind) {
        ViewId id = id(view);
        List<ViewProperty> properties = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : view.path("properties").properties()) {
            // Connections have no container and no values.
            if (property.getValue().has("container")) {
                property(property.getKey(), property.getValue(), id).ifPresent(properties::add);
            }
        }
        return new ViewSource(id, kind(view, kind), properties, description(view));
    }

    private static InstanceKind kind(JsonNode view, Optional<InstanceKind> wanted) {
        String usedFor = view.path("usedFor").asText(FOR_BOTH);
        InstanceKind usual =
                usedFor.equals(InstanceKind.EDGES.instanceType()) ? InstanceKind.EDGES : InstanceKind.NODES;
        InstanceKind kind = wanted.orElse(usual);
        if (!usedFor.equals(FOR_BOTH) && !usedFor.equals(kind.instanceType())) {
            throw new GatewayException(
                            ErrorKind.INVALID_PARAMETER_VALUE,
                            "view \"" + view.path("externalId").asText() + "\" has no " + kind.instanceType() + "s")
                    .withDetail("CDF uses it for: " + usedFor + ".");
        }
        return kind;
    }

    private static Optional<ViewProperty> property(String name, JsonNode property, ViewId view) {
        JsonNode type = property.path("type");
        Optional<PropertyType> known = PropertyType.of(type.path("type").asText());
        if (known.isEmpty()) {
            LOG.warn(
                    "view {} in space {}: property {} has the unknown type {} and is left out",
                    view.externalId(),
                    view.space(),
                    name,
                    type.path("type").asText());
        }
        return known.map(propertyType -> new ViewProperty(
                name,
                propertyType,
                type.path("list").asBoolean(),
                !property.path("nullable").asBoolean(true),
                type.path("source").isObject() ? Optional.of(id(type.path("source"))) : Optional.empty(),
                description(property)));
    }

    private static String description(JsonNode described) {
        return described.path("description").asText(described.path("name").asText(""));
    }
}
