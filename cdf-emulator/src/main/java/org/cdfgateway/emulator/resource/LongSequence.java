package org.cdfgateway.emulator.resource;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Numbers in the order they were added. */
final class LongSequence {

    private long[] numbers = new long[4];
    private int size;

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    Set<Long> toSet() {
        Set<Long> set = new HashSet<>();
        for (int i = 0; i < size; i++) {
            set.add(numbers[i]);
        }
        return set;
    }

    /** Others, then these. */
    long[] behind(long[] others) {
        long[] all = Arrays.copyOf(others, others.length + size);
        System.arraycopy(numbers, 0, all, others.length, size);
        return all;
    }
}
