package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.cdfgateway.emulator.http.ApiError;
import org.jspecify.annotations.Nullable;

/** Changes of definitions that become visible together or not at all. For one thread. */
final class ModelDraft {

    private final Map<DefinitionKind, NavigableMap<DefinitionId, Definition>> definitions =
            new EnumMap<>(DefinitionKind.class);
    private final List<Definition> changed = new ArrayList<>();
    private final boolean bySystem;
    private final long now;
    private long serial;

    /** @param bySystem whether global definitions are made */
    ModelDraft(ModelState base, boolean bySystem, long now, long lastSerial) {
        for (DefinitionKind kind : DefinitionKind.values()) {
            definitions.put(kind, new TreeMap<>(base.all(kind)));
        }
        this.bySystem = bySystem;
        this.now = now;
        this.serial = lastSerial;
    }

    private NavigableMap<DefinitionId, Definition> all(DefinitionKind kind) {
        return definitions.computeIfAbsent(kind, unused -> new TreeMap<>());
    }

    @Nullable
    Definition find(DefinitionKind kind, DefinitionId id) {
        return all(kind).get(id);
    }

    /** The definition that is there from now on; the earlier one when nothing changes. */
    Definition put(DefinitionKind kind, ObjectNode json, Layout layout) {
        DefinitionId id = DefinitionId.of(json);
        Definition before = find(kind, id);
        refuseSystem(id, before);
        if (before != null && before.json().equals(json)) {
            return before;
        }
        Definition after = new Definition(
                kind,
                id,
                json,
                bySystem,
                before == null ? now : before.createdTime(),
                now,
                before == null ? ++serial : before.serial(),
                layout);
        all(kind).put(id, after);
        changed.add(after);
        return after;
    }

    void remove(Definition definition) {
        refuseSystem(definition.id(), definition);
        all(definition.kind()).remove(definition.id());
    }

    private void refuseSystem(DefinitionId id, @Nullable Definition before) {
        boolean isGlobal = before != null && before.isGlobal();
        Definition space = find(DefinitionKind.SPACE, new DefinitionId(id.space(), "", ""));
        if (!bySystem && (isGlobal || (space != null && space.isGlobal()))) {
            throw ApiError.badRequest("Cannot change " + id + ": the space " + id.space() + " belongs to the system");
        }
    }

    /** What was put and is not as before. */
    List<Definition> changed() {
        return changed;
    }

    long lastSerial() {
        return serial;
    }

    /** The definitions as they are now; the draft may be changed afterwards. */
    ModelState state() {
        Map<DefinitionKind, NavigableMap<DefinitionId, Definition>> copy = new EnumMap<>(DefinitionKind.class);
        definitions.forEach((kind, map) -> copy.put(kind, new TreeMap<>(map)));
        return new ModelState(copy);
    }
}
