package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cdfgateway.emulator.shape.Identifier;
import org.cdfgateway.emulator.shape.ObjectShape;

/** Spaces, which hold everything else. */
final class SpaceRules implements DefinitionRules {

    static final DefinitionRules RULES = new SpaceRules();

    private static final ObjectShape SHAPE = Descriptions.SHAPE.required("space", Identifier.SPACE);

    private SpaceRules() {}

    @Override
    public ObjectShape shape() {
        return SHAPE;
    }

    @Override
    public Definition put(ObjectNode json, ModelDraft draft) {
        return draft.put(DefinitionKind.SPACE, json, Layout.EMPTY);
    }

    @Override
    public void check(Definition definition, ModelState next) {
        // A space depends on nothing.
    }

    @Override
    public ObjectNode answer(Definition definition, ModelState state, AnswerChoices choices) {
        return definition.answer();
    }
}
