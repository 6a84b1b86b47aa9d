package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.schema.Violations;

/** The definitions of a project, with those of the system. For any number of threads; one changes them at a time. */
public final class Models {

    private final Clock clock;
    private final Predicate<String> hasInstances;
    private volatile ModelState state = ModelState.EMPTY;
    private long lastSerial;

    /** @param hasInstances whether a space has nodes or edges */
    public Models(Clock clock, Predicate<String> hasInstances) {
        this.clock = clock;
        this.hasInstances = hasInstances;
        load(SystemModels.read(), true, SystemModels.CREATED);
    }

    public ModelState state() {
        return state;
    }

    /**
     * Adds definitions that come with the emulator.
     *
     * @param definitions lists of items as in create requests, under the names that the API's paths have
     * @param time when they are said to be created
     */
    public void load(JsonNode definitions, long time) {
        load(definitions, false, time);
    }

    private void load(JsonNode definitions, boolean bySystem, long time) {
        for (DefinitionKind kind : DefinitionKind.values()) {
            List<JsonNode> items = new ArrayList<>();
            definitions.path(kind.path()).forEach(items::add);
            upsert(kind, items, bySystem, time);
        }
    }

    List<Definition> upsert(DefinitionKind kind, Collection<? extends JsonNode> items) {
        return upsert(kind, items, false, clock.millis());
    }

    /** @param bySystem whether the definitions are global ones */
    private synchronized List<Definition> upsert(
            DefinitionKind kind, Collection<? extends JsonNode> items, boolean bySystem, long time) {
        Violations violations = new Violations();
        List<ObjectNode> read = items.stream()
                .map(item -> kind.rules().shape().read(item, "", violations))
                .toList();
        violations.check();
        refuseRepetitions(read);
        ModelDraft draft = new ModelDraft(state, bySystem, time, lastSerial);
        List<Definition> definitions = new ArrayList<>();
        for (ObjectNode json : read) {
            definitions.add(kind.rules().put(json, draft));
        }
        ModelState next = draft.state();
        for (Definition definition : draft.changed()) {
            requireSpace(definition, next);
            definition.kind().rules().check(definition, next);
        }
        for (DefinitionKind each : DefinitionKind.values()) {
            if (next.count(each) > each.max() && next.count(each) > state.count(each)) {
                throw ApiError.badRequest("The project can have at most " + each.max() + " " + each.plural());
            }
        }
        lastSerial = draft.lastSerial();
        state = next;
        return definitions;
    }

    private static void refuseRepetitions(List<ObjectNode> items) {
        Collection<DefinitionId> seen = new LinkedHashSet<>();
        for (ObjectNode item : items) {
            DefinitionId id = DefinitionId.of(item);
            if (!seen.add(id)) {
                throw ApiError.badRequest("Duplicate items in the request: " + id);
            }
        }
    }

    private static void requireSpace(Definition definition, ModelState next) {
        String space = definition.id().space();
        if (!next.hasSpace(space)) {
            throw ApiError.missing(
                    400,
                    "One or more spaces do not exist: " + space,
                    List.of(Json.newObject().put("space", space)));
        }
    }

    /**
     * Removes those that exist, all or none.
     *
     * @return what was removed
     * @throws ApiError 400 for spaces that are not empty and for what belongs to the system
     */
    synchronized List<DefinitionId> delete(DefinitionKind kind, Collection<DefinitionId> ids) {
        ModelDraft draft = new ModelDraft(state, false, clock.millis(), lastSerial);
        List<DefinitionId> deleted = new ArrayList<>();
        for (DefinitionId id : new LinkedHashSet<>(ids)) {
            Definition definition = draft.find(kind, id);
            if (definition != null) {
                if (kind == DefinitionKind.SPACE) {
                    requireEmpty(id.space());
                }
                draft.remove(definition);
                deleted.add(id);
            }
        }
        state = draft.state();
        return deleted;
    }

    private void requireEmpty(String space) {
        boolean hasDefinitions = state.count(DefinitionKind.CONTAINER, space)
                        + state.count(DefinitionKind.VIEW, space)
                        + state.count(DefinitionKind.DATA_MODEL, space)
                > 0;
        if (hasDefinitions || hasInstances.test(space)) {
            throw ApiError.badRequest("Cannot delete space " + space
                    + ": it is not empty. Delete its data models, views, containers and instances first");
        }
    }

    /** Replaces the definition of a container by one without some parts. */
    synchronized void replace(Definition definition, ObjectNode json) {
        ModelDraft draft = new ModelDraft(state, false, clock.millis(), lastSerial);
        draft.put(definition.kind(), json, definition.layout());
        state = draft.state();
    }
}
