package org.cdfgateway.emulator.fault;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Chance that repeats itself: the nth roll of a stream depends on the seed, the stream and n only, so that the nth
 * request of a call meets the same weather, however the calls interleave. For any number of threads.
 */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double STEP = 0x1.0p-53;

    private final Map<String, AtomicLong> rolls = new ConcurrentHashMap<>();
    private volatile long seed;

    Dice(long seed) {
        this.seed = seed;
    }

    long seed() {
        return seed;
    }

    /** Begins all streams anew. */
    void reseed(long value) {
        seed = value;
        rolls.clear();
    }

    /** @return from 0 up to, but not, 1 */
    double roll(String stream) {
        long n = rolls.computeIfAbsent(stream, unused -> new AtomicLong()).incrementAndGet();
        return (mix(mix(seed + GOLDEN * stream.hashCode()) + GOLDEN * n) >>> 11) * STEP;
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
