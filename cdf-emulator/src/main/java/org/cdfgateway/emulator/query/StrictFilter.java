package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.schema.Violations;
import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

/** The {@code filter} of a resource: its known fields, all of which must match. Filled once, then only read. */
public final class StrictFilter {

    private final Map<String, Criterion> criteria = new LinkedHashMap<>();
    private final @Nullable Predicate<Item> part;

    public StrictFilter() {
        this(null);
    }

    private StrictFilter(@Nullable Predicate<Item> part) {
        this.part = part;
    }

    /** The same filter over a part of the items. */
    StrictFilter within(Predicate<Item> narrower) {
        StrictFilter filter = new StrictFilter(narrower);
        filter.criteria.putAll(criteria);
        return filter;
    }

    /** Whether even an empty filter leaves something out. */
    boolean isPartial() {
        return part != null;
    }

    public StrictFilter with(String name, Criterion criterion) {
        criteria.put(name, criterion);
        return this;
    }

    /**
     * @param filter missing, null or empty matches everything
     * @throws ApiError 400 for unknown fields and wrong values
     */
    public Predicate<Item> compile(JsonNode filter, Related related) {
        Predicate<Item> all = part == null ? item -> true : part;
        if (filter.isMissingNode() || filter.isNull()) {
            return all;
        }
        if (!filter.isObject()) {
            throw Violations.wrongType("filter", "object", filter);
        }
        for (Map.Entry<String, JsonNode> field : filter.properties()) {
            Criterion criterion = criteria.get(field.getKey());
            if (criterion == null) {
                throw ApiError.badRequest("Unknown property filter." + field.getKey());
            }
            if (!field.getValue().isNull()) {
                all = all.and(criterion.compile(field.getValue(), "filter." + field.getKey(), related));
            }
        }
        return all;
    }
}
