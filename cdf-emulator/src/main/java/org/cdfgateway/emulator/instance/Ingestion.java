package org.cdfgateway.emulator.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.model.Container;
import org.cdfgateway.emulator.model.DefinitionId;
import org.cdfgateway.emulator.model.InstanceId;
import org.cdfgateway.emulator.model.ModelState;
import org.jspecify.annotations.Nullable;

/** One request that applies and deletes instances, in one transaction: reference/cdf-api-data.md section 11.5. */
final class Ingestion {

    /**
     * What became of an item.
     *
     * @param wasModified false when it was as wanted already, or was skipped
     */
    record Outcome(Instance instance, boolean wasModified) {}

    /** @param deleted in the order they were named, edges that went with their nodes left out */
    record Result(List<Outcome> items, List<Instance> deleted) {}

    private final ModelState models;
    private final InstanceState before;
    private final Instances.Change change;
    private final IngestOptions options;
    private final Map<InstanceKind, Map<InstanceId, InstanceDraft>> drafts = new EnumMap<>(InstanceKind.class);
    private final Map<Instance, Instance> deleted = new LinkedHashMap<>();
    private final List<Instance> deletedByName = new ArrayList<>();
    private final WantedNodes wanted = new WantedNodes();
    private final SourceValues values;

    Ingestion(ModelState models, InstanceState before, Instances.Change change, IngestOptions options) {
        this.models = models;
        this.before = before;
        this.change = change;
        this.options = options;
        this.values = new SourceValues(models, wanted, this::shared, options.replace());
        for (InstanceKind kind : InstanceKind.values()) {
            drafts.put(kind, new LinkedHashMap<>());
        }
    }

    /**
     * @param items in the forms of {@link WriteShapes}, with their {@code instanceType}
     * @throws ApiError 400 for what does not fit, 409 for version conflicts
     */
    Result run(List<ObjectNode> items, List<ObjectNode> deletions) {
        deletions.forEach(this::delete);
        List<@Nullable InstanceDraft> written = new ArrayList<>();
        for (ObjectNode item : items) {
            written.add(write(item));
        }
        provideNodes();
        Map<InstanceDraft, Instance> finished = finish();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            outcomes.add(outcome(items.get(i), written.get(i), finished));
        }
        return new Result(outcomes, deletedByName);
    }

    private Outcome outcome(ObjectNode item, @Nullable InstanceDraft draft, Map<InstanceDraft, Instance> finished) {
        if (draft == null) {
            Instance skipped = find(InstanceKind.of(item.path("instanceType")), InstanceId.of(item));
            return new Outcome(Objects.requireNonNull(skipped, "only existing instances are skipped"), false);
        }
        Instance instance = Objects.requireNonNull(finished.get(draft));
        return new Outcome(instance, !instance.equals(draft.before()));
    }

    private @Nullable Instance find(InstanceKind kind, InstanceId id) {
        Instance found = before.find(kind, id);
        return found == null || deleted.containsKey(found) ? null : found;
    }

    private Map<InstanceId, InstanceDraft> drafts(InstanceKind kind) {
        return drafts.computeIfAbsent(kind, unused -> new LinkedHashMap<>());
    }

    /** @return null when it is skipped */
    private @Nullable InstanceDraft write(ObjectNode item) {
        InstanceKind kind = InstanceKind.of(item.path("instanceType"));
        InstanceId id = shared(InstanceId.of(item));
        requireSpace(id.space());
        InstanceDraft draft = drafts(kind).get(id);
        Instance existing = find(kind, id);
        if (draft == null && conflicts(item, existing)) {
            return null;
        }
        if (draft == null) {
            draft = new InstanceDraft(kind, existing == null ? id : existing.id(), existing);
            drafts(kind).put(id, draft);
        }
        if (item.has("type")) {
            draft.type(wanted(item.path("type"), WantedNodes.Role.DIRECT_RELATION));
        }
        if (kind == InstanceKind.EDGE) {
            draft.ends(
                    wanted(item.path("startNode"), WantedNodes.Role.START_NODE),
                    wanted(item.path("endNode"), WantedNodes.Role.END_NODE));
        }
        values.write(item.path("sources"), draft);
        return draft;
    }

    private boolean conflicts(ObjectNode item, @Nullable Instance existing) {
        boolean conflicts = existing != null
                && item.has("existingVersion")
                && existing.version() > item.path("existingVersion").intValue();
        if (conflicts && !options.skipOnVersionConflict()) {
            throw ApiError.of(409, "A version conflict caused the ingest to fail.");
        }
        return conflicts;
    }

    private InstanceId wanted(JsonNode reference, WantedNodes.Role role) {
        InstanceId id = shared(InstanceId.of(reference));
        wanted.add(id, role, null);
        return id;
    }

    /** The id as it is in memory already, to have it there once. */
    private InstanceId shared(InstanceId id) {
        InstanceDraft draft = drafts(InstanceKind.NODE).get(id);
        if (draft != null) {
            return draft.id();
        }
        Instance node = before.find(InstanceKind.NODE, id);
        return node == null ? new InstanceId(change.spaceName(id.space()), id.externalId()) : node.id();
    }

    private void requireSpace(String space) {
        if (!models.hasSpace(space)) {
            throw ApiError.missing(
                    400,
                    "One or more spaces do not exist: " + space,
                    List.of(Json.newObject().put("space", space)));
        }
    }

    private void delete(ObjectNode deletion) {
        InstanceKind kind = InstanceKind.of(deletion.path("instanceType"));
        InstanceId id = InstanceId.of(deletion);
        requireSpace(id.space());
        Instance existing = find(kind, id);
        if (existing == null || conflicts(deletion, existing)) {
            return;
        }
        if (kind == InstanceKind.NODE) {
            before.edgesFrom(existing.id(), this::deleteWithNode);
            before.edgesTo(existing.id(), this::deleteWithNode);
        }
        if (softDelete(existing)) {
            deletedByName.add(existing);
        }
    }

    private boolean deleteWithNode(Instance edge) {
        softDelete(edge);
        return true;
    }

    /** Whether it was not deleted before. */
    private boolean softDelete(Instance instance) {
        return deleted.putIfAbsent(instance, instance.deleted(change.now(), change.nextChange())) == null;
    }

    private void provideNodes() {
        for (Map.Entry<InstanceId, Set<WantedNodes.Wish>> entry : wanted.all().entrySet()) {
            InstanceId id = entry.getKey();
            boolean exists = drafts(InstanceKind.NODE).containsKey(id) || find(InstanceKind.NODE, id) != null;
            for (WantedNodes.Wish wish : entry.getValue()) {
                DefinitionId container = wish.container();
                if (!exists && (container != null || !wish.role().isCreated(options))) {
                    throw ApiError.badRequest("Node with external id '" + id.externalId() + "' was referenced as the "
                            + wish.role().words() + ", but it does not exist.");
                }
                if (container != null && !hasValues(id, container)) {
                    throw ApiError.badRequest("Node with external id '" + id.externalId() + "' was referenced as the "
                            + wish.role().words() + ", but it has no data in container " + container + ".");
                }
            }
            if (!exists) {
                requireSpace(id.space());
                drafts(InstanceKind.NODE).put(id, new InstanceDraft(InstanceKind.NODE, id, null));
            }
        }
    }

    private boolean hasValues(InstanceId id, DefinitionId container) {
        InstanceDraft draft = drafts(InstanceKind.NODE).get(id);
        if (draft != null) {
            return draft.hasRow(container);
        }
        Instance node = find(InstanceKind.NODE, id);
        return node != null
                && node.rows().stream().anyMatch(row -> row.container().equals(container));
    }

    private Map<InstanceDraft, Instance> finish() {
        Map<InstanceDraft, Instance> finished = new LinkedHashMap<>();
        List<Instance> removed = new ArrayList<>(deleted.keySet());
        List<Instance> added = new ArrayList<>(deleted.values());
        List<Instance> living = new ArrayList<>();
        Set<Container> touched = new LinkedHashSet<>();
        for (Map<InstanceId, InstanceDraft> ofKind : drafts.values()) {
            for (InstanceDraft draft : ofKind.values()) {
                Instance instance = draft.finish(change);
                finished.put(draft, instance);
                Instance earlier = draft.before();
                if (!instance.equals(earlier)) {
                    draft.touched().forEach(container -> requireOthers(draft, container));
                    touched.addAll(draft.touched());
                    living.add(instance);
                    if (earlier != null) {
                        removed.add(earlier);
                    }
                }
            }
        }
        touched.stream()
                .filter(container -> !container.unique().isEmpty())
                .forEach(container -> change.uniqueValues().check(container, before, removed, living));
        added.addAll(living);
        if (!removed.isEmpty() || !added.isEmpty()) {
            change.commit(removed, added);
        }
        return finished;
    }

    private static void requireOthers(InstanceDraft draft, Container container) {
        for (DefinitionId required : container.required()) {
            if (!draft.hasRow(required)) {
                throw ApiError.badRequest("Instance " + draft.id().externalId() + " has data in container "
                        + container.id() + ", which requires data in container " + required);
            }
        }
    }
}
