package org.cdfgateway.emulator.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Indexes that were replaced some time ago, for readers that lag behind. For any number of threads. */
final class IndexPast {

    /** States share most of their chunks; this bounds what they do not share. */
    private static final int MAX_KEPT = 1000;

    private record Replaced(ItemStore.Index index, long at) {}

    private final Deque<Replaced> past = new ArrayDeque<>();

    /**
     * @param at when it is replaced, in milliseconds
     * @param kept how long it is needed from then on, in milliseconds; 0 forgets everything
     */
    synchronized void add(ItemStore.Index index, long at, long kept) {
        if (kept > 0) {
            past.add(new Replaced(index, at));
        }
        Iterator<Replaced> oldestFirst = past.iterator();
        while (oldestFirst.hasNext() && (oldestFirst.next().at() <= at - kept || past.size() > MAX_KEPT)) {
            oldestFirst.remove();
        }
    }

    /** The index at a moment; null when it is still the current one. */
    synchronized ItemStore.@Nullable Index at(long moment) {
        for (Replaced replaced : past) {
            if (replaced.at() > moment) {
                return replaced.index();
            }
        }
        return null;
    }
}
