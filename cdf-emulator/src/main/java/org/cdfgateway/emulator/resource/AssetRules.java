package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.resource.AssetSchema.DATA_SET_ID;
import static org.cdfgateway.emulator.resource.AssetSchema.EXTERNAL_ID;
import static org.cdfgateway.emulator.resource.AssetSchema.LABELS;
import static org.cdfgateway.emulator.resource.AssetSchema.PARENT_EXTERNAL_ID;
import static org.cdfgateway.emulator.resource.AssetSchema.PARENT_ID;
import static org.cdfgateway.emulator.resource.AssetSchema.ROOT_ID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;
import org.jspecify.annotations.Nullable;

/** The hierarchy of assets: parents, roots, moves, recursive deletion. */
final class AssetRules implements WriteRules {

    private final ItemStore assets;
    private final AssetTree tree;
    private final ReferenceChecks checks;

    AssetRules(ItemStore assets, AssetTree tree, ReferenceChecks checks) {
        this.assets = assets;
        this.tree = tree;
        this.checks = checks;
    }

    @Override
    public void complete(List<Draft> drafts, long now) {
        checks.dataSetsInText(drafts, DATA_SET_ID);
        checks.labels(drafts, LABELS);
        new AssetParents(assets, drafts).complete();
        for (Draft draft : drafts) {
            Item before = draft.before();
            if (before != null && draft.changes(PARENT_ID)) {
                checkMove(before, draft);
            }
        }
    }

    private void checkMove(Item before, Draft after) {
        Long parentId = after.number(PARENT_ID);
        if (PARENT_ID.numberOf(before) == null || parentId == null) {
            throw ApiError.badRequest("Changing from/to being root isn't allowed");
        }
        Item parent = assets.find(parentId);
        boolean sameTree = parent != null && Objects.equals(ROOT_ID.numberOf(parent), ROOT_ID.numberOf(before));
        if (!sameTree) {
            throw ApiError.badRequest("Asset must stay within same asset hierarchy root");
        }
        for (Item above = parent; above != null; above = parentOf(above)) {
            if (above.id() == before.id()) {
                throw ApiError.badRequest("An asset cannot be moved below itself: " + before.id());
            }
        }
    }

    private @Nullable Item parentOf(Item item) {
        Long parentId = PARENT_ID.numberOf(item);
        return parentId == null ? null : assets.find(parentId);
    }

    /** Children show their parent's current external id. */
    @Override
    public List<Draft> followUps(List<Draft> drafts) {
        Map<Long, Draft> changed = new HashMap<>();
        drafts.forEach(draft -> changed.put(draft.id(), draft));
        List<Draft> followUps = new ArrayList<>();
        for (Draft parent : drafts) {
            if (parent.changes(EXTERNAL_ID)) {
                for (long childId : tree.of(parent.id())) {
                    Draft child = changed.get(childId);
                    Item stored = assets.find(childId);
                    if (child == null && stored != null) {
                        child = Draft.of(stored);
                        followUps.add(child);
                    }
                    if (child != null && Objects.equals(child.number(PARENT_ID), parent.id())) {
                        child.set(PARENT_EXTERNAL_ID, parent.text(EXTERNAL_ID));
                    }
                }
            }
        }
        return followUps;
    }

    @Override
    public List<Item> deletion(List<Item> named, ObjectNode body) {
        Set<Long> ids = new HashSet<>();
        named.forEach(item -> ids.add(item.id()));
        Set<Long> all = tree.subtree(ids, Integer.MAX_VALUE);
        if (!body.path("recursive").asBoolean() && all.size() > ids.size()) {
            throw ApiError.badRequest("Assets with children can only be deleted with recursive set to true, or"
                    + " together with all their children");
        }
        List<Item> deleted = new ArrayList<>();
        for (Long id : all) {
            Item item = assets.find(id);
            if (item != null) {
                deleted.add(item);
            }
        }
        return deleted;
    }

    @Override
    public void committed(Collection<Item> removed, Collection<Item> added) {
        tree.change(removed, added);
    }
}
