package org.cdfgateway.emulator.fault;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests per call of the API. For any number of threads. */
public final class RequestCounters {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    public void count(String call) {
        counts.computeIfAbsent(call, unused -> new LongAdder()).increment();
    }

    /** Requests of a call such as {@code POST /assets/list}, refused ones included. */
    public long of(String call) {
        LongAdder count = counts.get(call);
        return count == null ? 0 : count.sum();
    }

    public Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((call, count) -> all.put(call, count.sum()));
        return all;
    }

    public void reset() {
        counts.clear();
    }
}
