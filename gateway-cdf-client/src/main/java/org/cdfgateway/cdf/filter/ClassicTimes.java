package org.cdfgateway.cdf.filter;

import org.jspecify.annotations.Nullable;

/** The times that classic resources can have: from 1970 on (reference/cdf-api-resources.md section 1.3). */
final class ClassicTimes {
    private static final MillisRange POSSIBLE = new MillisRange(0, CdfLimits.MAX_ID);

    private ClassicTimes() {}

    static MillisRange possible(MillisRange range) {
        return range.intersect(POSSIBLE);
    }

    /** Null where a bound would exclude nothing. */
    static @Nullable Long lowerBound(MillisRange possible) {
        return possible.min() > POSSIBLE.min() ? possible.min() : null;
    }

    /** Null where a bound would exclude nothing. */
    static @Nullable Long upperBound(MillisRange possible) {
        return possible.max() < POSSIBLE.max() ? possible.max() : null;
    }
}
