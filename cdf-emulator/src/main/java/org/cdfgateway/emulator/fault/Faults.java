package org.cdfgateway.emulator.fault;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * What shall go wrong, per call of the API. For any number of threads.
 *
 * <p>A call is named by method and path as CDF's documentation writes them below the project, for example
 * {@code POST /assets/list} or {@code GET /raw/dbs/{db}/tables}; {@link #ANY} stands for every call. The faults of one
 * call happen in the order they were asked for.
 */
public final class Faults {

    public static final String ANY = "*";

    private final Map<String, ConcurrentLinkedDeque<Fault>> waiting = new ConcurrentHashMap<>();

    /** Lets the fault happen to the next {@code times} requests of the call. */
    public Faults next(int times, String call, Fault fault) {
        ConcurrentLinkedDeque<Fault> queue = waiting.computeIfAbsent(call, unused -> new ConcurrentLinkedDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(fault);
        }
        return this;
    }

    /** Forgets all faults that have not happened yet. */
    public void clear() {
        waiting.clear();
    }

    /** The fault of this request, used up by asking. */
    public @Nullable Fault take(String call) {
        if (waiting.isEmpty()) {
            return null;
        }
        Fault own = poll(call);
        return own != null ? own : poll(ANY);
    }

    private @Nullable Fault poll(String call) {
        ConcurrentLinkedDeque<Fault> queue = waiting.get(call);
        return queue == null ? null : queue.poll();
    }
}
