package org.cdfgateway.app.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.table.custom.CustomColumn;
import org.cdfgateway.domain.table.custom.CustomColumnType;
import org.cdfgateway.domain.table.custom.CustomSource;
import org.cdfgateway.domain.table.custom.CustomTable;
import org.cdfgateway.domain.table.custom.DataModelSource;
import org.cdfgateway.domain.table.custom.InstanceKind;
import org.cdfgateway.domain.table.custom.PropertyType;
import org.cdfgateway.domain.table.custom.RawSource;
import org.cdfgateway.domain.table.custom.ViewId;
import org.cdfgateway.domain.table.custom.ViewProperty;
import org.cdfgateway.domain.table.custom.ViewSource;

/**
 * What a custom table shows, as a text for the store. It has the version of its form, so that later gateways can read what
 * earlier ones wrote.
 */
final class TableDocument {
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private TableDocument() {}

    static String write(CustomSource source) {
        ObjectNode document = JSON.createObjectNode().put("form", VERSION);
        if (source instanceof RawSource raw) {
            document.set("raw", raw(raw));
        } else if (source instanceof ViewSource view) {
            document.set("view", view(view));
        } else {
            document.set("dataModel", dataModel((DataModelSource) source));
        }
        return document.toString();
    }

    /** @throws IllegalArgumentException when the text is not one of {@link #write} in this form */
    static CustomTable read(String name, String text, Instant createdTime) {
        try {
            JsonNode document = JSON.readTree(text);
            if (document.path("form").asInt() != VERSION) {
                throw new IllegalArgumentException(
                        "form " + document.path("form") + " (expected: " + VERSION + ", as this gateway writes it)");
            }
            return new CustomTable(name, source(document), createdTime);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private static CustomSource source(JsonNode document) {
        if (document.has("raw")) {
            return rawSource(document.get("raw"));
        }
        return document.has("view")
                ? viewSource(document.get("view"))
                : dataModelSource(document.required("dataModel"));
    }

    private static ObjectNode raw(RawSource source) {
        ObjectNode node =
                JSON.createObjectNode().put("database", source.database()).put("table", source.table());
        source.primaryKey().ifPresent(key -> node.put("primaryKey", key));
        ArrayNode columns = node.putArray("columns");
        source.columns()
                .forEach(column -> columns.addObject()
                        .put("name", column.name())
                        .put("type", column.type().apiName()));
        return node;
    }

    private static RawSource rawSource(JsonNode node) {
        List<CustomColumn> columns = new ArrayList<>();
        for (JsonNode column : node.required("columns")) {
            String type = text(column, "type");
            columns.add(new CustomColumn(
                    text(column, "name"),
                    CustomColumnType.of(type)
                            .orElseThrow(() -> new IllegalArgumentException("unknown column type " + type))));
        }
        return new RawSource(
                text(node, "database"),
                text(node, "table"),
                Optional.ofNullable(node.get("primaryKey")).map(JsonNode::textValue),
                columns);
    }

    private static ObjectNode view(ViewSource source) {
        ObjectNode node = JSON.createObjectNode();
        node.set("id", id(source.view()));
        node.put("kind", source.kind().name()).put("description", source.description());
        ArrayNode properties = node.putArray("properties");
        for (ViewProperty property : source.properties()) {
            ObjectNode written = properties
                    .addObject()
                    .put("name", property.name())
                    .put("type", property.type().cdfName())
                    .put("list", property.isList())
                    .put("required", property.required())
                    .put("description", property.description());
            property.relatesTo().ifPresent(view -> written.set("relatesTo", id(view)));
        }
        return node;
    }

    private static ViewSource viewSource(JsonNode node) {
        List<ViewProperty> properties = new ArrayList<>();
        for (JsonNode property : node.required("properties")) {
            String type = text(property, "type");
            properties.add(new ViewProperty(
                    text(property, "name"),
                    PropertyType.of(type)
                            .orElseThrow(() -> new IllegalArgumentException("unknown property type " + type)),
                    property.required("list").asBoolean(),
                    property.required("required").asBoolean(),
                    Optional.ofNullable(property.get("relatesTo")).map(TableDocument::viewId),
                    text(property, "description")));
        }
        return new ViewSource(
                viewId(node.required("id")),
                InstanceKind.valueOf(text(node, "kind")),
                properties,
                text(node, "description"));
    }

    private static ObjectNode dataModel(DataModelSource source) {
        ObjectNode node = JSON.createObjectNode();
        node.set("id", id(source.model()));
        ArrayNode views = node.putArray("views");
        source.views().forEach(view -> views.add(view(view)));
        return node;
    }

    private static DataModelSource dataModelSource(JsonNode node) {
        List<ViewSource> views = new ArrayList<>();
        node.required("views").forEach(view -> views.add(viewSource(view)));
        return new DataModelSource(viewId(node.required("id")), views);
    }

    private static ObjectNode id(ViewId id) {
        return JSON.createObjectNode()
                .put("space", id.space())
                .put("externalId", id.externalId())
                .put("version", id.version());
    }

    private static ViewId viewId(JsonNode node) {
        return new ViewId(text(node, "space"), text(node, "externalId"), text(node, "version"));
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.required(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " is no text");
        }
        return value.textValue();
    }
}
