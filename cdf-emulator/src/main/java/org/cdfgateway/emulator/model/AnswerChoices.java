package org.cdfgateway.emulator.model;

import org.cdfgateway.emulator.http.Call;

/**
 * What an answer shall hold.
 *
 * @param inheritedProperties of views; true unless asked otherwise
 * @param inlineViews whole views in data models instead of references; false unless asked otherwise
 */
record AnswerChoices(boolean inheritedProperties, boolean inlineViews) {

    static final AnswerChoices USUAL = new AnswerChoices(true, false);

    static AnswerChoices of(Call call) {
        String inherited = call.parameter("includeInheritedProperties");
        return new AnswerChoices(inherited == null || Boolean.parseBoolean(inherited), call.flag("inlineViews"));
    }
}
