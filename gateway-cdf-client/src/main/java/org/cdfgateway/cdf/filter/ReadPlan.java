package org.cdfgateway.cdf.filter;

import java.util.Map;
import org.cdfgateway.cdf.api.AdvancedFilter;
import org.jspecify.annotations.Nullable;

/** How the rows of a scan are asked for. Never fewer than the scan's predicate holds for. */
public sealed interface ReadPlan {

    /** No row can match, so CDF is not asked. */
    record Nothing() implements ReadPlan {}

    /** By key. */
    record Lookup(Keys keys) implements ReadPlan {}

    /**
     * By listing. Both filters hold; null stands for no filter.
     *
     * @param filter the strict filter, by field
     */
    record Listing(
            @Nullable Map<String, Object> filter, @Nullable AdvancedFilter advancedFilter) implements ReadPlan {}
}
