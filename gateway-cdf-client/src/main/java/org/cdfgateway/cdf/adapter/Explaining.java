package org.cdfgateway.cdf.adapter;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cdfgateway.cdf.api.Reference;
import org.cdfgateway.cdf.api.RequestText;
import org.cdfgateway.cdf.filter.Keys;
import org.cdfgateway.cdf.filter.LongRange;
import org.cdfgateway.cdf.filter.ReadPlan;
import org.cdfgateway.domain.explain.PlannedRequest;
import org.cdfgateway.domain.explain.RequestCount;

/** How requests are shown by EXPLAIN. */
public final class Explaining {
    /** Keys that are spelled out; of more, nobody would read them all. */
    private static final int SHOWN_KEYS = 10;

    private Explaining() {}

    /** Both filters of a listing in one JSON object; empty when there is none. */
    public static Optional<String> filter(ReadPlan.Listing listing) {
        Map<String, Object> filters = new LinkedHashMap<>();
        if (listing.advancedFilter() != null) {
            filters.put("advancedFilter", listing.advancedFilter());
        }
        if (listing.filter() != null) {
            filters.put("filter", listing.filter());
        }
        return filter(filters);
    }

    public static Optional<String> filter(Map<String, ?> fields) {
        return fields.isEmpty() ? Optional.empty() : Optional.of(RequestText.of(fields));
    }

    /**
     * {@code start} and the exclusive {@code end}, where they exclude something.
     *
     * @param possible what the numbers can be
     */
    public static Optional<String> startAndEnd(LongRange range, LongRange possible) {
        Map<String, Object> bounds = new LinkedHashMap<>();
        if (range.min() > possible.min()) {
            bounds.put("start", range.min());
        }
        if (range.max() < possible.max()) {
            bounds.put("end", range.max() + 1);
        }
        return filter(bounds);
    }

    public static PlannedRequest lookup(String operation, Keys keys, int maxItems) {
        List<List<Reference>> groups = keys.groups(maxItems);
        return PlannedRequest.of(RequestCount.exactly(groups.size()), operation).lookingUp(keys(keys));
    }

    public static String keys(Keys keys) {
        return keys(Stream.concat(
                        keys.ids().stream().map(Reference::byId),
                        keys.externalIds().stream().map(Reference::byExternalId))
                .toList());
    }

    public static String keys(Collection<?> keys) {
        String shown = keys.stream().limit(SHOWN_KEYS).map(RequestText::of).collect(Collectors.joining(", "));
        return keys.size() > SHOWN_KEYS ? shown + ", and " + (keys.size() - SHOWN_KEYS) + " more" : shown;
    }

    /** {@code POST /sequences/data/list for each of about 120 sequences}, or {@code for every 100 of ...}. */
    public static String forEach(String operation, int perRequest, OptionalLong known, String what) {
        String each = perRequest == 1 ? "each" : "every " + perRequest;
        String all = known.isPresent() ? "about " + known.getAsLong() : "all";
        return operation + " for " + each + " of " + all + " " + what;
    }
}
