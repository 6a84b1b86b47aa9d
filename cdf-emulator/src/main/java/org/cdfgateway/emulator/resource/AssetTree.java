package org.cdfgateway.emulator.resource;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.store.Item;

/** The children of every asset. One writer at a time, any number of readers. */
final class AssetTree {

    private static final long[] NONE = {};

    private final Map<Long, long[]> children = new ConcurrentHashMap<>();

    /** Takes over a change of assets; of a moved asset both states are given. */
    void change(Collection<Item> removed, Collection<Item> added) {
        // At a creation nothing was there before, so that the map of all new parents is not needed.
        Map<Long, LongSequence> lost = removed.isEmpty() ? Map.of() : byParent(removed, parents(added));
        Map<Long, LongSequence> won = byParent(added, parents(removed));
        lost.forEach((parent, ids) -> {
            Set<Long> losses = ids.toSet();
            replace(
                    parent,
                    Arrays.stream(of(parent)).filter(id -> !losses.contains(id)).toArray());
        });
        won.forEach((parent, ids) -> replace(parent, ids.behind(of(parent))));
    }

    private void replace(Long parent, long[] ids) {
        if (ids.length == 0) {
            children.remove(parent);
        } else {
            children.put(parent, ids);
        }
    }

    private static Map<Long, Long> parents(Collection<Item> items) {
        Map<Long, Long> parents = new HashMap<>();
        for (Item item : items) {
            Long parent = AssetSchema.PARENT_ID.numberOf(item);
            if (parent != null) {
                parents.put(item.id(), parent);
            }
        }
        return parents;
    }

    /** @param others parents in the other state; whoever has the same there is left out */
    private static Map<Long, LongSequence> byParent(Collection<Item> items, Map<Long, Long> others) {
        Map<Long, LongSequence> byParent = new HashMap<>();
        for (Item item : items) {
            Long parent = AssetSchema.PARENT_ID.numberOf(item);
            if (parent != null && !parent.equals(others.get(item.id()))) {
                byParent.computeIfAbsent(parent, unused -> new LongSequence()).add(item.id());
            }
        }
        return byParent;
    }

    /** The ids of the children; not to be changed. */
    long[] of(long parent) {
        return children.getOrDefault(parent, NONE);
    }

    /**
     * The given assets and everything below them.
     *
     * @throws ApiError 400 when these are more than {@code max}
     */
    Set<Long> subtree(Collection<Long> roots, int max) {
        Set<Long> reached = new LinkedHashSet<>(roots);
        Deque<Long> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (long child : of(open.remove())) {
                if (reached.add(child)) {
                    open.add(child);
                }
            }
            if (reached.size() > max) {
                throw ApiError.badRequest("The asset subtrees have more than " + max + " assets");
            }
        }
        return reached;
    }
}
