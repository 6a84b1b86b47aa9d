package org.cdfgateway.emulator.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** States that were replaced some time ago, for readers that lag behind. For any number of threads. */
public final class Past<S> {

    /** States share most of their chunks; this bounds what they do not share. */
    private static final int MAX_KEPT = 1000;

    private record Replaced<S>(S state, long at) {}

    private final Deque<Replaced<S>> past = new ArrayDeque<>();

    /**
     * @param at when it is replaced, in milliseconds
     * @param kept how long it is needed from then on, in milliseconds; 0 forgets everything
     */
    public synchronized void add(S state, long at, long kept) {
        if (kept > 0) {
            past.add(new Replaced<>(state, at));
        }
        Iterator<Replaced<S>> oldestFirst = past.iterator();
        while (oldestFirst.hasNext() && (oldestFirst.next().at() <= at - kept || past.size() > MAX_KEPT)) {
            oldestFirst.remove();
        }
    }

    /** The state at a moment; null when it is still the current one. */
    public synchronized @Nullable S at(long moment) {
        for (Replaced<S> replaced : past) {
            if (replaced.at() > moment) {
                return replaced.state();
            }
        }
        return null;
    }
}
