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
import java.util.stream.LongStream;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.store.Item;

/** The children of every asset. One writer at a time, any number of readers. */
final class AssetTree {

    private static final long[] NONE = {};

    private final Map<Long, long[]> children = new ConcurrentHashMap<>();

    /** Takes over a change of assets; of a moved asset both states are given. */
    void change(Collection<Item> removed, Collection<Item> added) {
        Map<Long, Set<Long>> lost = byParent(removed);
        Map<Long, Set<Long>> won = byParent(added);
        Set<Long> parents = new LinkedHashSet<>(lost.keySet());
        parents.addAll(won.keySet());
        for (Long parent : parents) {
            Set<Long> losses = lost.getOrDefault(parent, Set.of());
            Set<Long> wins = won.getOrDefault(parent, Set.of());
            if (!losses.equals(wins)) {
                LongStream kept = Arrays.stream(of(parent)).filter(id -> !losses.contains(id));
                long[] next = LongStream.concat(kept, wins.stream().mapToLong(Long::longValue))
                        .toArray();
                if (next.length == 0) {
                    children.remove(parent);
                } else {
                    children.put(parent, next);
                }
            }
        }
    }

    private static Map<Long, Set<Long>> byParent(Collection<Item> items) {
        Map<Long, Set<Long>> byParent = new HashMap<>();
        for (Item item : items) {
            Long parent = AssetSchema.PARENT_ID.numberOf(item);
            if (parent != null) {
                byParent.computeIfAbsent(parent, unused -> new LinkedHashSet<>())
                        .add(item.id());
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
