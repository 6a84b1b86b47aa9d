package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cdfgateway.emulator.shape.ObjectShape;

/** What is special about one kind of definition. */
interface DefinitionRules {

    /** What an item of a create request looks like. */
    ObjectShape shape();

    /**
     * Puts a definition into the draft, and what it brings with it.
     *
     * @param json in the form of {@link #shape}
     * @throws org.cdfgateway.emulator.http.ApiError 400 when it contradicts its predecessor
     */
    Definition put(ObjectNode json, ModelDraft draft);

    /**
     * Checks a new or changed definition against everything else.
     *
     * @param next what the project will be
     * @throws org.cdfgateway.emulator.http.ApiError 400 for missing references and contradictions
     */
    void check(Definition definition, ModelState next);

    /** @param choices of the request, as query parameters */
    ObjectNode answer(Definition definition, ModelState state, AnswerChoices choices);
}
