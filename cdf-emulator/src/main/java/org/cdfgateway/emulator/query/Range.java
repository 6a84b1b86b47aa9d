package org.cdfgateway.emulator.query;

import org.jspecify.annotations.Nullable;

/** Numbers from {@code min} to {@code max}, both inclusive. */
public record Range(long min, long max) {

    /** Nothing is in a range without having a value. */
    public boolean contains(@Nullable Long value) {
        return value != null && value >= min && value <= max;
    }
}
