package org.cdfgateway.cdf.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads raw points of several series.
 *
 * @param items 1 to 100
 * @param start milliseconds since 1970, inclusive, may be negative
 * @param end milliseconds since 1970, exclusive, after {@code start}
 * @param limit points per item; the limits of all items together stay within {@link #MAX_POINTS}
 * @param ignoreUnknownIds leaves unknown series out instead of failing
 */
public record DatapointsRequest(List<Item> items, long start, long end, int limit, boolean ignoreUnknownIds) {

    /** Series that one request reads at most (reference/cdf-api-data.md section 9.1). */
    public static final int MAX_ITEMS = 100;

    /** Points that one request reads or inserts at most (reference/cdf-api-data.md section 9.1). */
    public static final int MAX_POINTS = 100_000;

    /** @param cursor where the last page of the series ended, null at the beginning */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Nullable Long id,
            @Nullable String externalId,
            @Nullable String cursor) {

        public static Item of(Reference series) {
            return new Item(series.id(), series.externalId(), null);
        }
    }
}
