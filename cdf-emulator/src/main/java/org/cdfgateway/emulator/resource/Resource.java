package org.cdfgateway.emulator.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.resource.ReferenceResolver.Purpose;
import org.cdfgateway.emulator.resource.ReferenceResolver.Unknown;
import org.cdfgateway.emulator.schema.Violations;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;

/** Reads and writes of one resource; every write happens completely or not at all. */
final class Resource {

    private static final int MAX_ITEMS = 1000;

    private final Schema schema;
    private final ItemStore store;
    private final WriteRules rules;
    private final IdSource ids;
    private final Clock clock;
    private final ReferenceResolver resolver;

    Resource(Schema schema, ItemStore store, WriteRules rules, IdSource ids, Clock clock) {
        this.schema = schema;
        this.store = store;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
        this.resolver = new ReferenceResolver(store, schema.referenceErrors());
    }

    Schema schema() {
        return schema;
    }

    ItemStore store() {
        return store;
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
        refuseRepeatedExternalIds(drafts);
        return store.exclusively(() -> {
            refuseTakenExternalIds(drafts, Set.of());
            rules.complete(drafts);
            long now = clock.millis();
            List<Item> created =
                    drafts.stream().map(draft -> draft.toItem(now, true)).toList();
            ItemScopes.require(writable, created);
            commit(List.of(), created);
            return created;
        });
    }

    /** @return in request order */
    List<Item> byIds(ObjectNode body) {
        return resolver.resolve(Reference.parseAll(body.path("items"), MAX_ITEMS), Purpose.READ, unknown(body));
    }

    /**
     * @param writable what the caller may write, before and after the change
     * @return in request order
     */
    List<Item> update(ObjectNode body, Predicate<Item> writable) {
        List<JsonNode> items = RequestItems.of(body.path("items"), MAX_ITEMS);
        List<Reference> references = Reference.parseAll(body.path("items"), MAX_ITEMS);
        return store.exclusively(() -> {
            List<Item> before = resolver.resolve(references, Purpose.WRITE, Unknown.REFUSED);
            ItemScopes.require(writable, before);
            Violations violations = new Violations();
            List<Draft> drafts = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                Draft draft = Draft.of(before.get(i));
                draft.update(items.get(i).path("update"), schema, "items[" + i + "].update", violations);
                drafts.add(draft);
            }
            violations.check();
            refuseRepeatedExternalIds(drafts);
            refuseTakenExternalIds(drafts, new HashSet<>(before));
            rules.complete(drafts);
            List<Draft> followUps = rules.followUps(drafts);
            long now = clock.millis();
            List<Item> removed = new ArrayList<>(before);
            List<Item> updated = new ArrayList<>();
            for (Draft draft : drafts) {
                updated.add(draft.toItem(now, schema.calls().unchangedUpdate() || draft.changesAnything()));
            }
            ItemScopes.require(writable, updated);
            List<Item> added = new ArrayList<>(updated);
            for (Draft draft : followUps) {
                Item old = draft.before();
                if (old != null) {
                    removed.add(old);
                    added.add(draft.toItem(now, false));
                }
            }
            commit(removed, added);
            return updated;
        });
    }

    /** @param writable what the caller may write; children that go along included */
    void delete(ObjectNode body, Predicate<Item> writable) {
        List<Reference> references = Reference.parseAll(body.path("items"), MAX_ITEMS);
        store.exclusively(() -> {
            List<Item> named = resolver.resolve(references, Purpose.WRITE, unknown(body));
            List<Item> removed = rules.deletion(named, body);
            ItemScopes.require(writable, removed);
            commit(removed, List.of());
            return removed;
        });
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

    private static Unknown unknown(ObjectNode body) {
        return body.path("ignoreUnknownIds").asBoolean() ? Unknown.IGNORED : Unknown.REFUSED;
    }

    private void refuseRepeatedExternalIds(List<Draft> drafts) {
        Map<String, Draft> seen = new HashMap<>();
        Set<String> repeated = new LinkedHashSet<>();
        for (Draft draft : drafts) {
            String externalId = draft.text(schema.externalId());
            if (externalId != null && seen.put(externalId, draft) != null) {
                repeated.add(externalId);
            }
        }
        if (!repeated.isEmpty()) {
            ReferenceErrors errors = schema.referenceErrors();
            throw ApiError.duplicated(errors.createdTwiceStatus(), errors.taken(), references(repeated));
        }
    }

    /** @param freed items whose external ids are given up in the same request, unless a draft keeps them */
    private void refuseTakenExternalIds(List<Draft> drafts, Set<Item> freed) {
        Set<String> taken = new LinkedHashSet<>();
        for (Draft draft : drafts) {
            String externalId = draft.text(schema.externalId());
            Item holder = externalId == null ? null : store.find(externalId);
            if (externalId != null && holder != null && holder.id() != draft.id() && !freed.contains(holder)) {
                taken.add(externalId);
            }
        }
        if (!taken.isEmpty()) {
            throw ApiError.duplicated(409, schema.referenceErrors().taken(), references(taken));
        }
    }

    private static List<JsonNode> references(Set<String> externalIds) {
        return externalIds.stream()
                .<JsonNode>map(externalId -> Json.newObject().put("externalId", externalId))
                .toList();
    }
}
