package org.cdfgateway.pgwire.admission;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A number of things that each holder may have going on at the same time. Remembers only holders that have some. Safe
 * for use by several threads.
 */
public final class SharedPermits {
    private final int number;
    private final Map<String, Integer> taken = new HashMap<>();

    /** @param number for each holder */
    public SharedPermits(int number) {
        this.number = number;
    }

    /** Empty when the holder has all of its own. Does not block. */
    public synchronized Optional<Permit> acquire(String holder) {
        int before = taken.getOrDefault(holder, 0);
        if (before >= number) {
            return Optional.empty();
        }
        taken.put(holder, before + 1);
        return Optional.of(new Permit(() -> release(holder)));
    }

    private synchronized void release(String holder) {
        taken.computeIfPresent(holder, (name, count) -> count == 1 ? null : count - 1);
    }

    synchronized int holders() {
        return taken.size();
    }
}
