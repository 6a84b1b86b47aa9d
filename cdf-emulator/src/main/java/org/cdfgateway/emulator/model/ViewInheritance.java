package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.emulator.http.Json;
import org.jspecify.annotations.Nullable;

/** Puts a view's properties together: its own, then those of the views it implements; whichever comes first counts. */
final class ViewInheritance {

    private final ModelState state;
    private final ObjectNode properties = Json.newObject();
    private final Set<DefinitionId> visited = new HashSet<>();

    private ViewInheritance(ModelState state) {
        this.state = state;
    }

    /** Properties as they were asked for, by identifier. */
    static ObjectNode properties(Definition view, ModelState state, boolean inherited) {
        ViewInheritance inheritance = new ViewInheritance(state);
        inheritance.collect(view, inherited);
        return inheritance.properties;
    }

    private void collect(Definition view, boolean inherited) {
        if (!visited.add(view.id())) {
            return;
        }
        for (Map.Entry<String, JsonNode> entry : view.json().path("properties").properties()) {
            if (!properties.has(entry.getKey())) {
                properties.set(entry.getKey(), entry.getValue());
            }
        }
        if (inherited) {
            for (DefinitionId parent : parents(view)) {
                Definition definition = state.find(DefinitionKind.VIEW, parent);
                if (definition != null) {
                    collect(definition, true);
                }
            }
        }
    }

    static List<DefinitionId> parents(Definition view) {
        List<DefinitionId> parents = new ArrayList<>();
        view.json().path("implements").forEach(parent -> parents.add(DefinitionId.of(parent)));
        return parents;
    }

    /** Properties as answers show them; those whose container is gone are left out. */
    static ObjectNode answers(Definition view, ModelState state, boolean inherited) {
        ObjectNode answers = Json.newObject();
        for (Map.Entry<String, JsonNode> entry :
                properties(view, state, inherited).properties()) {
            ObjectNode answer = answer((ObjectNode) entry.getValue(), state);
            if (answer != null) {
                answers.set(entry.getKey(), answer);
            }
        }
        return answers;
    }

    private static @Nullable ObjectNode answer(ObjectNode property, ModelState state) {
        if (property.has("container")) {
            return mapped(property, state);
        }
        ObjectNode answer = property.deepCopy();
        if (answer.has("through")) {
            answer.put("targetsList", ThroughTarget.isList(answer.path("through"), state));
        }
        return answer;
    }

    private static @Nullable ObjectNode mapped(ObjectNode property, ModelState state) {
        Definition container = state.find(DefinitionKind.CONTAINER, DefinitionId.of(property.path("container")));
        JsonNode target = container == null
                ? null
                : container
                        .json()
                        .path("properties")
                        .get(property.path("containerPropertyIdentifier").asText());
        if (target == null) {
            return null;
        }
        ObjectNode answer = ((ObjectNode) target).deepCopy();
        answer.set("constraintState", ContainerRules.constraintState(target));
        ObjectNode own = property.deepCopy();
        own.remove("source");
        answer.setAll(own);
        if (property.has("source")) {
            ((ObjectNode) answer.path("type")).set("source", property.path("source"));
        }
        return answer;
    }
}
