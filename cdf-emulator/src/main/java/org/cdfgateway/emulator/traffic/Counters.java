package org.cdfgateway.emulator.traffic;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.cdfgateway.emulator.fault.CallPattern;

/** Counts what goes through every call of the API. For any number of threads. */
public final class Counters {

    private static final class Counter {
        private final LongAdder requests = new LongAdder();
        private final LongAdder itemsIn = new LongAdder();
        private final LongAdder itemsOut = new LongAdder();
        private final LongAdder bytesIn = new LongAdder();
        private final LongAdder bytesOut = new LongAdder();
        private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();

        CallCount count() {
            TreeMap<Integer, Long> sums = new TreeMap<>();
            statuses.forEach((status, count) -> sums.put(status, count.sum()));
            return new CallCount(requests.sum(), itemsIn.sum(), itemsOut.sum(), bytesIn.sum(), bytesOut.sum(), sums);
        }
    }

    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    private Counter counter(String call) {
        return counters.computeIfAbsent(call, unused -> new Counter());
    }

    /** Counts a request when it comes in. */
    public void request(String call) {
        counter(call).requests.increment();
    }

    /** Counts what a request brought. */
    public void received(String call, int items, long bytes) {
        Counter counter = counter(call);
        counter.itemsIn.add(items);
        counter.bytesIn.add(bytes);
    }

    /** Counts an answer. */
    public void answered(String call, int status, int items, long bytes) {
        Counter counter = counter(call);
        counter.statuses.computeIfAbsent(status, unused -> new LongAdder()).increment();
        counter.itemsOut.add(items);
        counter.bytesOut.add(bytes);
    }

    /** The sum over all calls that match, for example {@code POST /assets/list}. */
    public CallCount of(String calls) {
        CallPattern pattern = CallPattern.of(calls);
        return all().entrySet().stream()
                .filter(entry -> pattern.matches(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(CallCount.NONE, CallCount::plus);
    }

    /** Every call that had requests. */
    public Map<String, CallCount> all() {
        Map<String, CallCount> all = new TreeMap<>();
        counters.forEach((call, counter) -> all.put(call, counter.count()));
        return all;
    }

    public void reset() {
        counters.clear();
    }
}
