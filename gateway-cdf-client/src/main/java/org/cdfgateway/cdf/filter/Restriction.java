package org.cdfgateway.cdf.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cdfgateway.cdf.api.AdvancedFilter;
import org.cdfgateway.domain.scan.Predicate;

/** What remains of a condition once it is put as an advanced filter. */
sealed interface Restriction {

    Restriction UNRESTRICTED = new Unrestricted();
    Restriction UNSATISFIABLE = new Unsatisfiable();

    /** The condition cannot be expressed, so it lets everything through. */
    record Unrestricted() implements Restriction {}

    /** No item meets it. */
    record Unsatisfiable() implements Restriction {}

    record Filtered(AdvancedFilter filter) implements Restriction {}

    /** CDF takes 10 levels; two are kept for the AND around all conjuncts and the NOT of a null test. */
    int MAX_DEPTH = 8;

    /** @param leaves puts what is neither AND nor OR */
    static Restriction of(Predicate predicate, Function<Predicate, Restriction> leaves) {
        return of(predicate, leaves, 1);
    }

    private static Restriction of(Predicate predicate, Function<Predicate, Restriction> leaves, int depth) {
        if (depth > MAX_DEPTH) {
            return UNRESTRICTED;
        }
        if (predicate instanceof Predicate.And and) {
            return allOf(and.operands().stream()
                    .map(operand -> of(operand, leaves, depth + 1))
                    .toList());
        }
        if (predicate instanceof Predicate.Or or) {
            return anyOf(or.operands().stream()
                    .map(operand -> of(operand, leaves, depth + 1))
                    .toList());
        }
        return leaves.apply(predicate);
    }

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
        return AdvancedFilter.allOf(filters).<Restriction>map(Filtered::new).orElse(UNRESTRICTED);
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
