package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.shape.Identifier;
import org.cdfgateway.emulator.shape.ObjectShape;
import org.cdfgateway.emulator.shape.Shape;
import org.cdfgateway.emulator.shape.Shapes;

/** Views, which map containers: reference/cdf-api-data.md sections 11.2 and 11.3. */
final class ViewRules implements DefinitionRules {

    static final DefinitionRules RULES = new ViewRules();

    private static final ObjectShape MAPPED = Descriptions.SHAPE
            .required("container", References.CONTAINER)
            .required("containerPropertyIdentifier", Identifier.PROPERTY)
            .optional("source", References.VIEW);

    private static final ObjectShape EDGES = Descriptions.SHAPE
            .required("type", References.NODE)
            .required("source", References.VIEW)
            .optional("edgeSource", References.VIEW)
            .defaulted("direction", Shapes.choice("outwards", "inwards"), "\"outwards\"");

    private static final ObjectShape REVERSE = Descriptions.SHAPE
            .required("source", References.VIEW)
            .required(
                    "through",
                    ObjectShape.empty()
                            .required("source", References.SOURCE)
                            .required("identifier", Identifier.PROPERTY));

    private static final Shape CONNECTION = Shapes.variant(
            "connectionType",
            "multi_edge_connection",
            Map.of(
                    "single_edge_connection", EDGES,
                    "multi_edge_connection", EDGES,
                    "single_reverse_direct_relation", REVERSE,
                    "multi_reverse_direct_relation", REVERSE));

    private static final Shape PROPERTY =
            (value, path, violations) -> (value.has("container") ? MAPPED : CONNECTION).read(value, path, violations);

    static final ObjectShape SHAPE = Descriptions.SHAPE
            .required("space", Identifier.SPACE)
            .required("externalId", Identifier.TYPE_NAME)
            .required("version", Identifier.VERSION)
            .optional("filter", Shapes.anything())
            .defaulted(
                    "implements", Shapes.list(References.VIEW_MAYBE_VERSIONED, 0, ModelLimits.IMPLEMENTED_VIEWS), "[]")
            .defaulted(
                    "properties", Shapes.map(Identifier.PROPERTY, PROPERTY, 0, ModelLimits.PROPERTIES_OF_VIEW), "{}");

    private ViewRules() {}

    @Override
    public ObjectShape shape() {
        return SHAPE;
    }

    @Override
    public Definition put(ObjectNode json, ModelDraft draft) {
        for (JsonNode parent : json.path("implements")) {
            if (!parent.has("version")) {
                Definition newest = draft.state().newestVersion(DefinitionKind.VIEW, DefinitionId.of(parent));
                if (newest == null) {
                    throw ModelState.unknown("views", DefinitionId.of(parent));
                }
                ((ObjectNode) parent).put("version", newest.id().version());
            }
        }
        return draft.put(DefinitionKind.VIEW, json, Layout.EMPTY);
    }

    @Override
    public void check(Definition definition, ModelState next) {
        refuseManyVersions(definition, next);
        checkAncestors(definition, next);
        for (Map.Entry<String, JsonNode> entry :
                definition.json().path("properties").properties()) {
            checkProperty(definition.id(), entry.getKey(), entry.getValue(), next);
        }
    }

    static void refuseManyVersions(Definition definition, ModelState next) {
        int versions = next.versions(definition.kind(), definition.id()).size();
        if (versions > ModelLimits.VERSIONS) {
            throw ApiError.badRequest(definition.id() + " can have at most " + ModelLimits.VERSIONS + " versions");
        }
    }

    private static void checkAncestors(Definition definition, ModelState next) {
        Set<DefinitionId> seen = new HashSet<>();
        Deque<DefinitionId> open = new ArrayDeque<>(ViewInheritance.parents(definition));
        while (!open.isEmpty()) {
            DefinitionId id = open.removeFirst();
            Definition ancestor = next.find(DefinitionKind.VIEW, id);
            if (ancestor == null) {
                throw ModelState.unknown("views", id);
            }
            if (id.equals(definition.id())) {
                throw ApiError.badRequest("View " + id + " cannot implement itself");
            }
            if (seen.add(id)) {
                open.addAll(ViewInheritance.parents(ancestor));
            }
        }
    }

    private static void checkProperty(DefinitionId view, String name, JsonNode property, ModelState next) {
        if (property.has("container")) {
            DefinitionId id = DefinitionId.of(property.path("container"));
            Container container = next.container(id);
            if (container == null) {
                throw ModelState.unknown("containers", id);
            }
            String target = property.path("containerPropertyIdentifier").asText();
            ContainerProperty mapped = container.property(target);
            if (mapped == null) {
                throw ApiError.badRequest("Unknown property '" + target + "' of container " + id + ", mapped by " + name
                        + " of view " + view);
            }
            if (property.has("source") && mapped.type().value() != ValueType.DIRECT) {
                throw ApiError.badRequest(
                        "Property " + name + " of view " + view + " has a source, but maps no direct relation");
            }
        } else if (property.has("through")) {
            PropertyType type = ThroughTarget.type(property.path("through"), next);
            if (type == null || type.value() != ValueType.DIRECT) {
                throw ApiError.badRequest("Property " + name + " of view " + view
                        + " goes through something that is no direct relation: " + property.path("through"));
            }
        }
    }

    @Override
    public ObjectNode answer(Definition definition, ModelState state, AnswerChoices choices) {
        ObjectNode answer = definition.answer();
        answer.set("properties", ViewInheritance.answers(definition, state, choices.inheritedProperties()));
        View view = View.of(definition, state);
        ArrayNode containers = answer.putArray("mappedContainers");
        view.containers().forEach(container -> containers.add(container.reference()));
        return answer.put("writable", view.isWritable())
                .put("queryable", view.isQueryable())
                .put("usedFor", view.usedFor().word());
    }
}
