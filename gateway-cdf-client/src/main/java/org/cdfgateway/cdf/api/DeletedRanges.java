package org.cdfgateway.cdf.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The points to delete.
 *
 * @param items 1 to {@link #MAX_ITEMS}
 */
public record DeletedRanges(List<Item> items) {
    /** Ranges that one request takes (reference/cdf-api-data.md section 9.8). */
    public static final int MAX_ITEMS = 10_000;

    /**
     * A range of one series.
     *
     * @param inclusiveBegin milliseconds since 1970
     * @param exclusiveEnd milliseconds since 1970, after the begin
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(@Nullable Long id, @Nullable String externalId, long inclusiveBegin, long exclusiveEnd) {

        /** One point. */
        public static Item point(Reference series, long millis) {
            return new Item(series.id(), series.externalId(), millis, millis + 1);
        }
    }
}
