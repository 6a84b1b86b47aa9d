package org.cdfgateway.emulator.graph;

import org.jspecify.annotations.Nullable;

/** The ends of a range. */
enum Bound {
    GT("gt", true),
    GTE("gte", true),
    LT("lt", false),
    LTE("lte", false);

    private final String word;
    private final boolean lower;

    Bound(String word, boolean lower) {
        this.word = word;
        this.lower = lower;
    }

    String word() {
        return word;
    }

    boolean isLower() {
        return lower;
    }

    /** False when either is missing. */
    boolean holds(@Nullable Object value, @Nullable Object limit) {
        if (value == null || limit == null) {
            return false;
        }
        int difference = Values.compare(value, limit);
        return switch (this) {
            case GT -> difference > 0;
            case GTE -> difference >= 0;
            case LT -> difference < 0;
            case LTE -> difference <= 0;
        };
    }
}
