package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.shape.Identifier;
import org.cdfgateway.emulator.shape.ObjectShape;
import org.cdfgateway.emulator.shape.Shape;
import org.cdfgateway.emulator.shape.Shapes;
import org.cdfgateway.emulator.unit.UnitCatalog;
import org.jspecify.annotations.Nullable;

/** Containers, which hold the values: reference/cdf-api-data.md sections 11.2 and 11.3. */
final class ContainerRules implements DefinitionRules {

    static final DefinitionRules RULES = new ContainerRules();

    private static final ObjectShape PROPERTY = Descriptions.SHAPE
            .required("type", TypeShapes.TYPE)
            .defaulted("nullable", Shapes.flag(), "true")
            .defaulted("autoIncrement", Shapes.flag(), "false")
            .defaulted("immutable", Shapes.flag(), "false")
            .optional("defaultValue", Shapes.anything());

    private static final Shape MEMBERS = Shapes.list(Identifier.PROPERTY, 1, ModelLimits.PROPERTIES_OF_CONTAINER);

    private static final Shape CONSTRAINT = Shapes.variant(
            "constraintType",
            "uniqueness",
            Map.of(
                    "requires", ObjectShape.empty().required("require", References.CONTAINER),
                    "uniqueness",
                            ObjectShape.empty()
                                    .required("properties", MEMBERS)
                                    .defaulted("bySpace", Shapes.flag(), "false")));

    private static final Shape INDEX = Shapes.variant(
            "indexType",
            "btree",
            Map.of(
                    "btree",
                            ObjectShape.empty()
                                    .required("properties", MEMBERS)
                                    .defaulted("cursorable", Shapes.flag(), "false")
                                    .defaulted("bySpace", Shapes.flag(), "false"),
                    "inverted", ObjectShape.empty().required("properties", MEMBERS)));

    private static final ObjectShape SHAPE = Descriptions.SHAPE
            .required("space", Identifier.SPACE)
            .required("externalId", Identifier.TYPE_NAME)
            .defaulted("usedFor", Shapes.choice("node", "edge", "record", "all"), "\"node\"")
            .required("properties", Shapes.map(Identifier.PROPERTY, PROPERTY, 1, ModelLimits.PROPERTIES_OF_CONTAINER))
            .defaulted(
                    "constraints",
                    Shapes.map(
                            Identifier.CONSTRAINT,
                            CONSTRAINT,
                            0,
                            ModelLimits.REQUIRES_CONSTRAINTS + ModelLimits.UNIQUENESS_CONSTRAINTS),
                    "{}")
            .defaulted("indexes", Shapes.map(Identifier.CONSTRAINT, INDEX, 0, ModelLimits.INDEXES), "{}");

    private ContainerRules() {}

    @Override
    public ObjectShape shape() {
        return SHAPE;
    }

    /** Constraints and indexes stay until they are deleted by name. */
    @Override
    public Definition put(ObjectNode json, ModelDraft draft) {
        Definition before = draft.find(DefinitionKind.CONTAINER, DefinitionId.of(json));
        if (before != null) {
            refuseContradiction(before, json);
            keep("constraints", before, json);
            keep("indexes", before, json);
        }
        List<String> names = new ArrayList<>();
        json.path("properties").fieldNames().forEachRemaining(names::add);
        Layout layout = (before == null ? Layout.EMPTY : before.layout()).with(Set.copyOf(names));
        return draft.put(DefinitionKind.CONTAINER, json, layout);
    }

    private static void keep(String parts, Definition before, ObjectNode json) {
        ObjectNode kept = ((ObjectNode) before.json().path(parts)).deepCopy();
        kept.setAll((ObjectNode) json.path(parts));
        json.set(parts, kept);
    }

    private static void refuseContradiction(Definition before, ObjectNode json) {
        if (!before.json().path("usedFor").equals(json.path("usedFor"))) {
            throw ApiError.badRequest("Cannot change usedFor of container " + before.id() + " from "
                    + before.json().path("usedFor").asText() + " to "
                    + json.path("usedFor").asText());
        }
        for (Map.Entry<String, JsonNode> entry : json.path("properties").properties()) {
            JsonNode earlier =
                    before.json().path("properties").path(entry.getKey()).path("type");
            JsonNode later = entry.getValue().path("type");
            boolean fits = earlier.isMissingNode()
                    || (earlier.path("type").equals(later.path("type"))
                            && earlier.path("list").equals(later.path("list")));
            if (!fits) {
                throw ApiError.badRequest("Cannot change the type of property " + entry.getKey() + " of container "
                        + before.id() + " from " + described(earlier) + " to " + described(later));
            }
        }
    }

    private static String described(JsonNode type) {
        String word = type.path("type").asText();
        return type.path("list").asBoolean() ? "list of " + word : word;
    }

    @Override
    public void check(Definition definition, ModelState next) {
        DefinitionId id = definition.id();
        for (Map.Entry<String, JsonNode> entry :
                definition.json().path("properties").properties()) {
            checkProperty(id + "." + entry.getKey(), entry.getValue(), next);
        }
        checkMembers(definition, "constraints", next);
        checkMembers(definition, "indexes", next);
        long properties = next.containerProperties();
        if (properties > ModelLimits.CONTAINER_PROPERTIES) {
            throw ApiError.badRequest("The containers of a project can have at most " + ModelLimits.CONTAINER_PROPERTIES
                    + " properties, not " + properties);
        }
    }

    private static void checkProperty(String where, JsonNode property, ModelState next) {
        JsonNode json = property.path("type");
        PropertyType type = PropertyType.of(json);
        if (json.has("maxListSize") && !type.isList()) {
            throw ApiError.badRequest("Property " + where + ": maxListSize is for lists only");
        }
        if (type.unknownValue() != null && !type.enumValues().containsKey(type.unknownValue())) {
            throw ApiError.badRequest("Property " + where + ": unknownValue must be one of the values");
        }
        if (type.unit() != null && UnitCatalog.standard().find(type.unit()) == null) {
            throw ApiError.badRequest("Property " + where + ": unknown unit " + type.unit());
        }
        requireContainer(type.container(), next);
        boolean isInteger = type.value() == ValueType.INT32 || type.value() == ValueType.INT64;
        if (property.path("autoIncrement").asBoolean() && (!isInteger || type.isList())) {
            throw ApiError.badRequest("Property " + where + ": autoIncrement is for int32 and int64 only");
        }
        if (property.has("defaultValue")) {
            if (type.isList() || type.value() == ValueType.DIRECT) {
                throw ApiError.badRequest("Property " + where + ": lists and direct relations have no default value");
            }
            type.read(property.path("defaultValue"), where);
        }
    }

    private static void requireContainer(@Nullable DefinitionId container, ModelState next) {
        if (container != null && !next.has(DefinitionKind.CONTAINER, container)) {
            throw ModelState.unknown("containers", container);
        }
    }

    private static void checkMembers(Definition definition, String parts, ModelState next) {
        for (Map.Entry<String, JsonNode> part : definition.json().path(parts).properties()) {
            if (part.getValue().has("require")) {
                requireContainer(DefinitionId.of(part.getValue().path("require")), next);
            }
            for (JsonNode member : part.getValue().path("properties")) {
                if (!definition.json().path("properties").has(member.asText())) {
                    throw ApiError.badRequest("Unknown property '" + member.asText() + "' in " + parts + "."
                            + part.getKey() + " of container " + definition.id());
                }
            }
        }
    }

    /** Adds the states of constraints; nothing is ever checked later here, so all are current. */
    @Override
    public ObjectNode answer(Definition definition, ModelState state, AnswerChoices choices) {
        ObjectNode answer = definition.answer();
        for (JsonNode property : answer.path("properties")) {
            ((ObjectNode) property).set("constraintState", constraintState(property));
        }
        for (String parts : List.of("constraints", "indexes")) {
            for (JsonNode part : answer.path(parts)) {
                ((ObjectNode) part).put("state", "current");
            }
        }
        return answer;
    }

    static ObjectNode constraintState(JsonNode property) {
        ObjectNode states = Json.newObject();
        if (!property.path("nullable").asBoolean()) {
            states.put("nullability", "current");
        }
        for (String limit : List.of("maxListSize", "maxTextSize")) {
            if (property.path("type").has(limit)) {
                states.put(limit, "current");
            }
        }
        return states;
    }
}
