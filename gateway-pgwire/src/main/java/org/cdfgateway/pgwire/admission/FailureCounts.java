package org.cdfgateway.pgwire.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Failures of the recent past by what failed. Keeps a bounded number of keys, those that failed last. Not safe for use
 * by several threads.
 */
final class FailureCounts {
    private final int maxKeys;
    private final Duration memory;
    private final LinkedHashMap<String, Failures> byKey = new LinkedHashMap<>(16, 0.75f, true);

    private record Failures(int count, Instant last) {}

    /** @param memory how long after its last failure a key is forgotten */
    FailureCounts(int maxKeys, Duration memory) {
        this.maxKeys = maxKeys;
        this.memory = memory;
    }

    /** How often the key has failed lately. */
    int of(String key, Instant now) {
        Failures failures = byKey.get(key);
        return failures == null || now.isAfter(failures.last.plus(memory)) ? 0 : failures.count;
    }

    /** Returns how often it has failed lately, this time included. */
    int failed(String key, Instant now) {
        int count = of(key, now) + 1;
        byKey.put(key, new Failures(count, now));
        if (byKey.size() > maxKeys) {
            Map.Entry<String, Failures> eldest = byKey.entrySet().iterator().next();
            byKey.remove(eldest.getKey());
        }
        return count;
    }

    /** How long until the key's failures are forgotten. */
    Duration remaining(String key, Instant now) {
        Failures failures = byKey.get(key);
        return failures == null ? Duration.ZERO : Duration.between(now, failures.last.plus(memory));
    }

    void forget(String key) {
        byKey.remove(key);
    }
}
