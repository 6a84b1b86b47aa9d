package org.cdfgateway.emulator.datapoint;

import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one query.
 *
 * @param nextCursor null when no point is left before the end
 */
record PointPage(
        Item series,
        PointBuffer points,
        boolean showsStatus,
        @Nullable String nextCursor) {}
