package org.cdfgateway.cdf.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing. When following a cursor everything else stays the same.
 *
 * @param filter the strict filter, by field
 * @param limit 1 to 1000
 * @param partition {@code m/n}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListRequest(
        @Nullable Map<String, Object> filter,
        @Nullable AdvancedFilter advancedFilter,
        int limit,
        @Nullable String cursor,
        @Nullable String partition) {

    /** Items that one page holds at most (reference/cdf-api-resources.md section 1.8). */
    public static final int MAX_LIMIT = 1_000;

    /** Everything that a strict filter holds for. */
    public static ListRequest all(@Nullable Map<String, Object> filter) {
        return new ListRequest(filter, null, MAX_LIMIT, null, null);
    }

    public ListRequest after(String nextCursor) {
        return new ListRequest(filter, advancedFilter, limit, nextCursor, partition);
    }

    public ListRequest part(int number, int of) {
        return new ListRequest(filter, advancedFilter, limit, cursor, number + "/" + of);
    }

    /** The same listing with less of the strict filter. */
    public ListRequest without(String field) {
        Map<String, Object> rest = new LinkedHashMap<>(filter == null ? Map.of() : filter);
        rest.remove(field);
        return new ListRequest(rest.isEmpty() ? null : rest, advancedFilter, limit, cursor, partition);
    }

    public boolean filters(String field) {
        return filter != null && filter.containsKey(field);
    }
}
