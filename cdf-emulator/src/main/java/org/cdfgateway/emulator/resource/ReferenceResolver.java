package org.cdfgateway.emulator.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;
import org.jspecify.annotations.Nullable;

/** Finds the items that a request names, with the errors of its resource for doubled and unknown ones. */
final class ReferenceResolver {

    enum Unknown {
        REFUSED,
        IGNORED
    }

    enum Purpose {
        READ,
        WRITE
    }

    private final ItemStore store;
    private final ReferenceErrors errors;

    ReferenceResolver(ItemStore store, ReferenceErrors errors) {
        this.store = store;
        this.errors = errors;
    }

    /** @return the items in request order, without the ignored */
    List<Item> resolve(List<Reference> references, Purpose purpose, Unknown unknown) {
        List<@Nullable Item> found = new ArrayList<>(references.size());
        references.forEach(reference -> found.add(reference.find(store)));
        Set<Reference> missing = new LinkedHashSet<>();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) == null) {
                missing.add(references.get(i));
            }
        }
        if (errors.checks() == ReferenceErrors.Checks.AS_ASSETS) {
            checkAsAssets(references, missing, purpose, unknown);
        } else {
            refuseRepeated(references);
            refuseMissing(missing, unknown, reference -> true);
        }
        List<Item> items = new ArrayList<>(found.size());
        for (Item item : found) {
            if (item != null) {
                items.add(item);
            }
        }
        refuseSameObjects(items);
        return items;
    }

    private void checkAsAssets(List<Reference> references, Set<Reference> missing, Purpose purpose, Unknown unknown) {
        refuseMissing(missing, unknown, reference -> reference.externalId() != null);
        if (purpose == Purpose.READ) {
            refuseMissing(missing, unknown, reference -> true);
        }
        refuseRepeated(references);
        refuseMissing(missing, unknown, reference -> true);
    }

    private void refuseMissing(Collection<Reference> missing, Unknown unknown, Predicate<Reference> which) {
        List<Reference> refused = missing.stream().filter(which).toList();
        if (unknown == Unknown.REFUSED && !refused.isEmpty()) {
            String message = hasExternalId(refused) ? errors.unknownExternalId() : errors.unknownId();
            throw ApiError.missing(400, ReferenceErrors.filled(message, refused), toJson(refused));
        }
    }

    private static boolean hasExternalId(Collection<Reference> references) {
        return references.stream().anyMatch(reference -> reference.externalId() != null);
    }

    private static List<JsonNode> toJson(Collection<Reference> references) {
        return references.stream().<JsonNode>map(Reference::toJson).toList();
    }

    private void refuseRepeated(List<Reference> references) {
        Set<Reference> seen = new HashSet<>();
        Set<Reference> repeated = new LinkedHashSet<>();
        for (Reference reference : references) {
            if (!seen.add(reference)) {
                repeated.add(reference);
            }
        }
        if (!repeated.isEmpty()) {
            int status = errors.repeatedStatus();
            String message = hasExternalId(repeated) ? errors.repeatedExternalId() : errors.repeated();
            throw ApiError.duplicated(
                    status, ReferenceErrors.filled(message, repeated), status == 400 ? List.of() : toJson(repeated));
        }
    }

    private void refuseSameObjects(List<Item> items) {
        Map<Long, Item> seen = new HashMap<>();
        List<JsonNode> same = new ArrayList<>();
        for (Item item : items) {
            if (seen.put(item.id(), item) != null) {
                ObjectNode json = Json.newObject().put("id", item.id());
                if (errors.sameObjectForm() == ReferenceErrors.SameObjectForm.ID_AND_EXTERNAL_ID) {
                    json.put("externalId", store.externalIdOf(item));
                }
                same.add(json);
            }
        }
        if (!same.isEmpty()) {
            throw ApiError.duplicated(409, errors.sameObject(), same);
        }
    }
}
