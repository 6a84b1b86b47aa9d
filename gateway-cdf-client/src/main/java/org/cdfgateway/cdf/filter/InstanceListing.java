package org.cdfgateway.cdf.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.cdf.api.AdvancedFilter;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;

/**
 * How instances are listed for a predicate. Never fewer than it holds for.
 *
 * @param isPossible false when no instance can match, so that CDF need not be asked
 * @param unasked those parts of the predicate that the filter leaves out
 */
public record InstanceListing(boolean isPossible, Optional<AdvancedFilter> filter, List<Predicate> unasked) {

    /** @param properties of the columns that filters can name */
    public static InstanceListing of(Predicate predicate, Map<Column, InstanceProperty> properties) {
        InstanceFilters filters = new InstanceFilters(properties);
        List<AdvancedFilter> asked = new ArrayList<>();
        List<Predicate> unasked = new ArrayList<>();
        int clauses = 1;
        for (Predicate conjunct : Unasked.conjuncts(predicate).toList()) {
            Restriction restriction = filters.of(conjunct);
            if (restriction instanceof Restriction.Unsatisfiable) {
                return new InstanceListing(false, Optional.empty(), List.of());
            }
            if (restriction instanceof Restriction.Filtered filtered
                    && clauses + filtered.filter().clauses() <= AdvancedFilter.MAX_CLAUSES) {
                clauses += filtered.filter().clauses();
                asked.add(filtered.filter());
            } else {
                unasked.add(conjunct);
            }
        }
        return new InstanceListing(true, AdvancedFilter.allOf(asked), List.copyOf(unasked));
    }
}
