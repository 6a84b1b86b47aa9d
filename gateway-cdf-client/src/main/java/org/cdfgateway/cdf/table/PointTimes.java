package org.cdfgateway.cdf.table;

import org.cdfgateway.cdf.filter.LongRange;

/** The times that data points can have: 1900 to 2099 (reference/cdf-api-data.md section 9.1). */
final class PointTimes {
    static final LongRange POSSIBLE = new LongRange(-2_208_988_800_000L, 4_102_444_799_999L);

    private PointTimes() {}

    static boolean isPossible(long millis) {
        return millis >= POSSIBLE.min() && millis <= POSSIBLE.max();
    }
}
