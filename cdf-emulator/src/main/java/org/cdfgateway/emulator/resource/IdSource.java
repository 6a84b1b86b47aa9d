package org.cdfgateway.emulator.resource;

import java.util.concurrent.atomic.AtomicLong;

/**
 * New ids, spread over 1 to 2^53 - 1, none of them twice, the same ones for the same seed. For any number of threads.
 *
 * <p>They are the numbers 1, 2, 3, ... shuffled by steps that can each be undone, so that no two become one.
 */
public final class IdSource {

    private static final long MASK = (1L << 53) - 1;

    private final AtomicLong counter = new AtomicLong();
    private final long offset;

    public IdSource(long seed) {
        this.offset = shuffle(seed & MASK);
    }

    public long next() {
        long id = shuffle((counter.incrementAndGet() + offset) & MASK);
        return id == 0 ? next() : id;
    }

    private static long shuffle(long number) {
        long x = number;
        x = (x ^ (x >>> 27)) * 0x3C79AC492BA7B653L & MASK;
        x = (x ^ (x >>> 25)) * 0x1C69B3F74AC4AE35L & MASK;
        return x ^ (x >>> 26);
    }
}
