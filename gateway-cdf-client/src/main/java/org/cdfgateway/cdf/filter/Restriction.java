package org.cdfgateway.cdf.filter;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.cdf.api.AdvancedFilter;

/** What remains of a condition once it is put as an advanced filter. */
sealed interface Restriction {

    Restriction UNRESTRICTED = new Unrestricted();
    Restriction UNSATISFIABLE = new Unsatisfiable();

    /** The condition cannot be expressed, so it lets everything through. */
    record Unrestricted() implements Restriction {}

    /** No item meets it. */
    record Unsatisfiable() implements Restriction {}

    record Filtered(AdvancedFilter filter) implements Restriction {}

    static Restriction allOf(List<Restriction> operands) {
        List<AdvancedFilter> filters = new ArrayList<>();
        for (Restriction operand : operands) {
            if (operand instanceof Unsatisfiable) {
                return UNSATISFIABLE;
            }
            if (operand instanceof Filtered filtered) {
                filters.add(filtered.filter);
            }
        }
        if (filters.isEmpty()) {
            return UNRESTRICTED;
        }
        return new Filtered(filters.size() == 1 ? filters.get(0) : new AdvancedFilter.And(filters));
    }

    static Restriction anyOf(List<Restriction> operands) {
        List<AdvancedFilter> filters = new ArrayList<>();
        for (Restriction operand : operands) {
            if (operand instanceof Unrestricted) {
                return UNRESTRICTED;
            }
            if (operand instanceof Filtered filtered) {
                filters.add(filtered.filter);
            }
        }
        if (filters.isEmpty()) {
            return UNSATISFIABLE;
        }
        return new Filtered(filters.size() == 1 ? filters.get(0) : new AdvancedFilter.Or(filters));
    }
}
