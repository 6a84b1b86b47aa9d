package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.shape.Identifier;
import org.cdfgateway.emulator.shape.ObjectShape;
import org.cdfgateway.emulator.shape.Shape;
import org.cdfgateway.emulator.shape.Shapes;

/** Data models, which gather views, and may bring them along. */
final class DataModelRules implements DefinitionRules {

    static final DefinitionRules RULES = new DataModelRules();

    private static final Shape REFERENCE_OR_VIEW = (value, path, violations) ->
            (isReference(value) ? References.VIEW : ViewRules.SHAPE).read(value, path, violations);

    private static final ObjectShape SHAPE = Descriptions.SHAPE
            .required("space", Identifier.SPACE)
            .required("externalId", Identifier.MODEL_NAME)
            .required("version", Identifier.VERSION)
            .defaulted("views", Shapes.list(REFERENCE_OR_VIEW, 0, ModelLimits.VIEWS_OF_MODEL), "[]");

    private static boolean isReference(JsonNode view) {
        return view.path("type").asText().equals("view");
    }

    private DataModelRules() {}

    @Override
    public ObjectShape shape() {
        return SHAPE;
    }

    @Override
    public Definition put(ObjectNode json, ModelDraft draft) {
        ArrayNode references = Json.newObject().putArray("views");
        for (JsonNode view : json.path("views")) {
            if (!isReference(view)) {
                DefinitionKind.VIEW.rules().put((ObjectNode) view, draft);
            }
            references.add(DefinitionId.of(view).reference());
        }
        json.set("views", references);
        return draft.put(DefinitionKind.DATA_MODEL, json, Layout.EMPTY);
    }

    @Override
    public void check(Definition definition, ModelState next) {
        ViewRules.refuseManyVersions(definition, next);
        for (JsonNode view : definition.json().path("views")) {
            if (!next.has(DefinitionKind.VIEW, DefinitionId.of(view))) {
                throw ModelState.unknown("views", DefinitionId.of(view));
            }
        }
    }

    @Override
    public ObjectNode answer(Definition definition, ModelState state, AnswerChoices choices) {
        ObjectNode answer = definition.answer();
        if (choices.inlineViews()) {
            ArrayNode views = answer.putArray("views");
            for (JsonNode reference : definition.json().path("views")) {
                Definition view = state.find(DefinitionKind.VIEW, DefinitionId.of(reference));
                if (view != null) {
                    views.add(DefinitionKind.VIEW.rules().answer(view, state, choices));
                }
            }
        }
        return answer;
    }
}
