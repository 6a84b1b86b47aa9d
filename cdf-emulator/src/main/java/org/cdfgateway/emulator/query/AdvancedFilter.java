package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.store.Item;

/** The {@code advancedFilter} of a resource (reference/cdf-api-resources.md section 1.12). */
public final class AdvancedFilter {

    private static final int MAX_CHILDREN = 99;

    private AdvancedFilter() {}

    /**
     * @param filter missing or null matches everything
     * @throws ApiError 400 for what is not of the grammar or beyond its limits
     */
    public static Predicate<Item> compile(JsonNode filter, FilterLeaves leaves) {
        return new BooleanFilter<Item>("advancedFilter", MAX_CHILDREN, leaves::compile).compile(filter);
    }
}
