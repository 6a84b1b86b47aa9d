package org.cdfgateway.emulator.resource;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.emulator.query.ListRules;
import org.cdfgateway.emulator.query.SearchRules;
import org.cdfgateway.emulator.right.Right;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;
import org.jspecify.annotations.Nullable;

/** Everything about one resource that is a fact rather than a procedure. */
final class Schema {

    /**
     * What the calls of a resource look like.
     *
     * @param path for example {@code /assets}
     * @param maxCreated items in one create request
     * @param createStatus of a create's answer
     * @param verbs the calls there are
     * @param unchangedUpdate whether an update that changes nothing moves {@code lastUpdatedTime}
     * @param deleteStatus of a delete's answer
     * @param keys how requests name the objects
     * @param writeNeeds what whoever writes must be allowed besides writing
     */
    record Calls(
            String path,
            String acl,
            int maxCreated,
            int createStatus,
            Set<Verb> verbs,
            boolean unchangedUpdate,
            int deleteStatus,
            Reference.Keys keys,
            Map<Verb, Right> writeNeeds) {

        Calls(String path, String acl, int maxCreated, int createStatus, Set<Verb> verbs, boolean unchangedUpdate) {
            this(
                    path,
                    acl,
                    maxCreated,
                    createStatus,
                    verbs,
                    unchangedUpdate,
                    200,
                    Reference.Keys.ID_OR_EXTERNAL_ID,
                    Map.of());
        }

        Calls named(Reference.Keys by) {
            return new Calls(path, acl, maxCreated, createStatus, verbs, unchangedUpdate, deleteStatus, by, writeNeeds);
        }

        Calls deletedWith(int status) {
            return new Calls(path, acl, maxCreated, createStatus, verbs, unchangedUpdate, status, keys, writeNeeds);
        }

        Calls writtenWith(Map<Verb, Right> more) {
            return new Calls(path, acl, maxCreated, createStatus, verbs, unchangedUpdate, deleteStatus, keys, more);
        }
    }

    enum Verb {
        GET_LIST,
        GET_BY_ID,
        CREATE,
        LIST,
        BYIDS,
        UPDATE,
        DELETE,
        SEARCH,
        AGGREGATE
    }

    private final Calls calls;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Field externalId;
    private final Set<String> ignored;
    private final ReferenceErrors referenceErrors;
    private final ListRules listRules;
    private final Comparator<Item> listOrder;
    private final SearchRules searches;
    private final QueryParameters queryParameters;

    /** @param ignored fields that create requests may have without effect */
    Schema(
            Calls calls,
            List<Field> fields,
            Field externalId,
            Set<String> ignored,
            ReferenceErrors referenceErrors,
            ListRules listRules,
            Comparator<Item> listOrder,
            SearchRules searches,
            QueryParameters queryParameters) {
        this.calls = calls;
        this.externalId = externalId;
        this.ignored = ignored;
        this.referenceErrors = referenceErrors;
        this.listRules = listRules;
        this.listOrder = listOrder;
        this.searches = searches;
        this.queryParameters = queryParameters;
        fields.forEach(field -> this.fields.put(field.name(), field));
    }

    Calls calls() {
        return calls;
    }

    /** In the order of their slots, which is the order they are written in. */
    List<Field> fields() {
        return List.copyOf(fields.values());
    }

    @Nullable
    Field field(String name) {
        return fields.get(name);
    }

    boolean ignores(String name) {
        return ignored.contains(name);
    }

    Field externalId() {
        return externalId;
    }

    ReferenceErrors referenceErrors() {
        return referenceErrors;
    }

    ListRules listRules() {
        return listRules;
    }

    SearchRules searches() {
        return searches;
    }

    QueryParameters queryParameters() {
        return queryParameters;
    }

    ItemStore newStore() {
        Field instanceId = fields.get("instanceId");
        return instanceId == null
                ? new ItemStore(externalId.slot(), listOrder)
                : new ItemStore(externalId.slot(), instanceId.slot(), listOrder);
    }
}
