package org.cdfgateway.emulator.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.resource.ReferenceResolver.Purpose;
import org.cdfgateway.emulator.resource.ReferenceResolver.Unknown;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.schema.FieldRule;
import org.cdfgateway.emulator.schema.InstanceKey;
import org.cdfgateway.emulator.schema.Violations;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;
import org.jspecify.annotations.Nullable;

/** Reads and writes of one resource; every write happens completely or not at all. */
final class Resource {

    private static final int MAX_ITEMS = 1000;

    private final Schema schema;
    private final ItemStore store;
    private final WriteRules rules;
    private final IdSource ids;
    private final Clock clock;
    private final ReferenceResolver resolver;
    private final ExternalIdChecks externalIds;

    Resource(Schema schema, ItemStore store, WriteRules rules, IdSource ids, Clock clock) {
        this.schema = schema;
        this.store = store;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
        this.resolver = new ReferenceResolver(store, schema.referenceErrors());
        this.externalIds = new ExternalIdChecks(schema, store);
    }

    Schema schema() {
        return schema;
    }

    ItemStore store() {
        return store;
    }

    /** What lists and searches see that are this far behind. */
    ItemStore.Index index(Duration lag) {
        return lag.isZero() ? store.index() : store.indexAt(clock.millis() - lag.toMillis());
    }

    /** Said before a change: how far behind lists and searches may be afterwards. */
    void keepIndex(Duration longestLag) {
        store.keepPast(clock.millis(), longestLag.toMillis());
    }

    /**
     * @param writable what the caller may write; anything else is refused with 403
     * @return in request order
     */
    List<Item> create(ObjectNode body, Predicate<Item> writable) {
        Violations violations = new Violations();
        List<Draft> drafts = new ArrayList<>();
        for (JsonNode item : RequestItems.of(body.path("items"), schema.calls().maxCreated())) {
            drafts.add(Draft.create(ids.next(), item, schema, "items[" + drafts.size() + "]", violations));
        }
        violations.check();
        return store.exclusively(() -> replace(drafts, writable));
    }

    /**
     * Creates one item.
     *
     * @param overwrites whether the given fields replace those of an item with the same external id, if there is one
     */
    Item createOne(ObjectNode json, boolean overwrites, Predicate<Item> writable) {
        return store.exclusively(() -> {
            Violations violations = new Violations();
            JsonNode externalId = json.path(schema.externalId().name());
            Item before = overwrites && externalId.isTextual() ? store.find(externalId.textValue()) : null;
            Draft draft = before == null
                    ? Draft.create(ids.next(), json, schema, "file", violations)
                    : Draft.overwrite(before, json, schema, "file", violations);
            violations.check();
            return replace(List.of(draft), writable).get(0);
        });
    }

    /** @return in request order */
    List<Item> byIds(ObjectNode body) {
        return resolver.resolve(references(body), Purpose.READ, unknown(body));
    }

    /** The items that a request wants to write to without changing them; all must be there. */
    List<Item> named(List<Reference> references) {
        return resolver.resolve(references, Purpose.WRITE, Unknown.REFUSED);
    }

    /**
     * @param writable what the caller may write, before and after the change
     * @return in request order
     */
    List<Item> update(ObjectNode body, Predicate<Item> writable) {
        List<JsonNode> items = RequestItems.of(body.path("items"), MAX_ITEMS);
        List<Reference> references = references(body);
        return store.exclusively(() -> {
            List<Item> before = named(references);
            ItemScopes.require(writable, before);
            Violations violations = new Violations();
            List<Draft> drafts = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                Draft draft = Draft.of(before.get(i));
                if (references.get(i).instance() != null) {
                    refuseFieldsOfNodes(items.get(i).path("update"), "items[" + i + "].update", violations);
                }
                draft.update(items.get(i).path("update"), schema, "items[" + i + "].update", violations);
                drafts.add(draft);
            }
            violations.check();
            return replace(drafts, writable);
        });
    }

    /** Most of what is a node of data modeling is changed there. */
    private void refuseFieldsOfNodes(JsonNode update, String path, Violations violations) {
        for (Map.Entry<String, JsonNode> member : update.properties()) {
            Field field = schema.field(member.getKey());
            if (field != null && !field.has(FieldRule.OF_NODES)) {
                violations.add(path + "." + member.getKey() + " cannot be updated by instanceId");
            }
        }
    }

    /** Checks drafts against each other and the rest, and makes them the items. */
    private List<Item> replace(List<Draft> drafts, Predicate<Item> writable) {
        List<Item> removed = new ArrayList<>();
        drafts.forEach(draft -> addBefore(draft, removed));
        externalIds.refuseRepeated(drafts);
        externalIds.refuseTaken(drafts, new HashSet<>(removed));
        long now = clock.millis();
        rules.complete(drafts, now);
        List<Draft> followUps = rules.followUps(drafts);
        List<Item> changed = new ArrayList<>();
        for (Draft draft : drafts) {
            changed.add(draft.toItem(now, schema.calls().unchangedUpdate() || draft.changesAnything()));
        }
        ItemScopes.require(writable, removed);
        ItemScopes.require(writable, changed);
        List<Item> added = new ArrayList<>(changed);
        for (Draft draft : followUps) {
            addBefore(draft, removed);
            added.add(draft.toItem(now, false));
        }
        commit(removed, added);
        return changed;
    }

    private static void addBefore(Draft draft, Collection<Item> items) {
        Item before = draft.before();
        if (before != null) {
            items.add(before);
        }
    }

    /**
     * Changes an item because something happened to it.
     *
     * @param touches whether {@code lastUpdatedTime} moves
     * @return the changed item, null when there is none with this id
     */
    @Nullable
    Item change(long id, boolean touches, Consumer<Draft> change) {
        return store.exclusively(() -> {
            Item before = store.find(id);
            if (before == null) {
                return null;
            }
            Draft draft = Draft.of(before);
            change.accept(draft);
            Item after = draft.toItem(clock.millis(), touches);
            commit(List.of(before), List.of(after));
            return after;
        });
    }

    /** Makes or changes the item that is another side of a node of data modeling. */
    void putOf(InstanceKey node, Consumer<Draft> change) {
        store.exclusively(() -> {
            Item before = store.findInstance(node.text());
            Draft draft = before == null ? Draft.empty(ids.next(), schema) : Draft.of(before);
            change.accept(draft);
            return replace(List.of(draft), ItemScopes.ALL);
        });
    }

    /** Removes the items that are other sides of these nodes. */
    void removeOf(List<InstanceKey> nodes) {
        store.exclusively(() -> {
            List<Item> removed = new ArrayList<>();
            for (InstanceKey node : nodes) {
                Item item = store.findInstance(node.text());
                if (item != null) {
                    removed.add(item);
                }
            }
            commit(removed, List.of());
            return removed;
        });
    }

    /** @param writable what the caller may write; children that go along included */
    void delete(ObjectNode body, Predicate<Item> writable) {
        List<Reference> references = references(body, deletedBy());
        store.exclusively(() -> {
            List<Item> named = resolver.resolve(references, Purpose.WRITE, unknown(body));
            refuseNodes(named);
            List<Item> removed = rules.deletion(named, body);
            ItemScopes.require(writable, removed);
            commit(removed, List.of());
            return removed;
        });
    }

    private void refuseNodes(List<Item> deleted) {
        Field instanceId = schema.field("instanceId");
        for (Item item : deleted) {
            InstanceKey node = instanceId == null ? null : instanceId.instanceOf(item);
            if (node != null) {
                throw ApiError.badRequest(
                        "What has an instanceId is deleted through /models/instances/delete: " + node.toJson());
            }
        }
    }

    /** Adds items that are known to be right, whatever their number. */
    void load(List<Item> items) {
        store.exclusively(() -> {
            commit(List.of(), items);
            return items;
        });
    }

    private void commit(Collection<Item> removed, Collection<Item> added) {
        store.commit(removed, added);
        rules.committed(removed, added);
    }

    private List<Reference> references(ObjectNode body) {
        return references(body, schema.calls().keys());
    }

    private static List<Reference> references(ObjectNode body, Reference.Keys keys) {
        return Reference.parseAll(body.path("items"), MAX_ITEMS, keys);
    }

    /** Nodes of data modeling are deleted there. */
    private Reference.Keys deletedBy() {
        Reference.Keys keys = schema.calls().keys();
        return keys == Reference.Keys.ANY ? Reference.Keys.ID_OR_EXTERNAL_ID : keys;
    }

    private static Unknown unknown(ObjectNode body) {
        return body.path("ignoreUnknownIds").asBoolean() ? Unknown.IGNORED : Unknown.REFUSED;
    }
}
