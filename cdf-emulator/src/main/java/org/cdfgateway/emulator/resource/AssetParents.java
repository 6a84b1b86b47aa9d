package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.resource.AssetSchema.EXTERNAL_ID;
import static org.cdfgateway.emulator.resource.AssetSchema.PARENT_EXTERNAL_ID;
import static org.cdfgateway.emulator.resource.AssetSchema.PARENT_ID;
import static org.cdfgateway.emulator.resource.AssetSchema.ROOT_ID;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;
import org.jspecify.annotations.Nullable;

/** Finds the parents and roots of the assets in one request, among the stored ones and among each other. */
final class AssetParents {

    private final ItemStore assets;
    private final List<Draft> drafts;
    private final Map<String, Draft> byExternalId = new HashMap<>();
    private final Map<Long, Draft> byId = new HashMap<>();

    AssetParents(ItemStore assets, List<Draft> drafts) {
        this.assets = assets;
        this.drafts = drafts;
        for (Draft draft : drafts) {
            byId.put(draft.id(), draft);
            String externalId = draft.text(EXTERNAL_ID);
            if (externalId != null) {
                byExternalId.put(externalId, draft);
            }
        }
    }

    void complete() {
        refuseBothReferences();
        refuseUnknownIds();
        drafts.forEach(this::resolveParent);
        for (Draft draft : drafts) {
            if (draft.before() == null) {
                draft.set(ROOT_ID, rootOf(draft));
            }
        }
    }

    private void refuseBothReferences() {
        for (Draft draft : drafts) {
            boolean isNew = draft.before() == null;
            if (isNew && draft.get(PARENT_ID) != null && draft.get(PARENT_EXTERNAL_ID) != null) {
                throw ApiError.badRequest("Only one of parentId and parentExternalId can be given");
            }
        }
    }

    private void refuseUnknownIds() {
        Set<Long> unknown = new LinkedHashSet<>();
        for (Draft draft : drafts) {
            Long parentId = draft.number(PARENT_ID);
            if (parentId != null && draft.changes(PARENT_ID) && assets.find(parentId) == null) {
                unknown.add(parentId);
            }
        }
        if (!unknown.isEmpty()) {
            throw ApiError.badRequest("The given parent ids do not exist: " + ReferenceChecks.join(unknown));
        }
    }

    /** Fills whichever of the two references to the parent was not given. */
    private void resolveParent(Draft draft) {
        Long parentId = draft.number(PARENT_ID);
        String parentExternalId = draft.text(PARENT_EXTERNAL_ID);
        if (parentExternalId != null && draft.changes(PARENT_EXTERNAL_ID)) {
            draft.set(PARENT_ID, idOf(parentExternalId));
        } else if (parentId != null && draft.changes(PARENT_ID)) {
            Item parent = assets.find(parentId);
            draft.set(PARENT_EXTERNAL_ID, parent == null ? null : EXTERNAL_ID.of(parent));
        }
    }

    private Long idOf(String externalId) {
        Draft draft = byExternalId.get(externalId);
        if (draft != null) {
            return draft.id();
        }
        Item stored = assets.find(externalId);
        if (stored == null) {
            throw ApiError.badRequest("Reference to unknown parent with externalId " + externalId);
        }
        return stored.id();
    }

    private Long rootOf(Draft draft) {
        Set<Long> passed = new HashSet<>();
        Draft top = draft;
        for (@Nullable Long parentId = top.number(PARENT_ID); parentId != null; parentId = top.number(PARENT_ID)) {
            if (!passed.add(top.id())) {
                throw ApiError.badRequest("Assets must not be their own ancestors: " + draft.text(EXTERNAL_ID));
            }
            Draft parent = byId.get(parentId);
            if (parent == null) {
                Item stored = assets.find(parentId);
                Long root = stored == null ? null : ROOT_ID.numberOf(stored);
                return root == null ? parentId : root;
            }
            top = parent;
        }
        return top.id();
    }
}
