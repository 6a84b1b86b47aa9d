package org.cdfgateway.emulator.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;

/** External ids are unique among the items of a resource; upper and lower case differ. */
final class ExternalIdChecks {

    private final Schema schema;
    private final ItemStore store;

    ExternalIdChecks(Schema schema, ItemStore store) {
        this.schema = schema;
        this.store = store;
    }

    /** @throws ApiError for an external id that two items of a request have */
    void refuseRepeated(List<Draft> drafts) {
        Map<String, Draft> seen = new HashMap<>();
        Set<String> repeated = new LinkedHashSet<>();
        for (Draft draft : drafts) {
            String externalId = draft.text(schema.externalId());
            if (externalId != null && seen.put(externalId, draft) != null) {
                repeated.add(externalId);
            }
        }
        refuse(repeated, schema.referenceErrors().createdTwiceStatus());
    }

    /**
     * @param freed items whose external ids are given up in the same request, unless a draft keeps them
     * @throws ApiError 409 for an external id that another item has
     */
    void refuseTaken(List<Draft> drafts, Set<Item> freed) {
        Set<String> taken = new LinkedHashSet<>();
        for (Draft draft : drafts) {
            String externalId = draft.text(schema.externalId());
            Item holder = externalId == null ? null : store.find(externalId);
            if (externalId != null && holder != null && holder.id() != draft.id() && !freed.contains(holder)) {
                taken.add(externalId);
            }
        }
        refuse(taken, 409);
    }

    private void refuse(Collection<String> externalIds, int status) {
        if (!externalIds.isEmpty()) {
            List<Reference> references =
                    externalIds.stream().map(Reference::ofExternalId).toList();
            throw ApiError.duplicated(
                    status,
                    ReferenceErrors.filled(schema.referenceErrors().taken(), references),
                    references.stream().<JsonNode>map(Reference::toJson).toList());
        }
    }
}
