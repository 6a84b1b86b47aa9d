package org.cdfgateway.cdf.filter;

import org.jspecify.annotations.Nullable;

/** The times that classic resources can have: from 1970 on (reference/cdf-api-resources.md section 1.3). */
final class ClassicTimes {
    private static final LongRange POSSIBLE = new LongRange(0, CdfLimits.MAX_ID);

    private ClassicTimes() {}

    static LongRange possible(LongRange range) {
        return range.intersect(POSSIBLE);
    }

    /** Null where a bound would exclude nothing. */
    static @Nullable Long lowerBound(LongRange possible) {
        return possible.min() > POSSIBLE.min() ? possible.min() : null;
    }

    /** Null where a bound would exclude nothing. */
    static @Nullable Long upperBound(LongRange possible) {
        return possible.max() < POSSIBLE.max() ? possible.max() : null;
    }
}
