package org.cdfgateway.cdf.datapoint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points of one series, as read.
 *
 * @param points doubles or texts, as {@code isString} says; points without a finite value are left out
 * @param nextCursor where the series goes on, null at the end of the range
 */
public record SeriesPage(
        long id,
        @Nullable String externalId,
        boolean isString,
        List<Point> points,
        @Nullable String nextCursor) {}
