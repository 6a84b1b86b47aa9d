package org.cdfgateway.cdf.filter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;

/** The values that a predicate lets a column have, when it names them one by one. */
public final class AllowedValues {

    private AllowedValues() {}

    /** Every value for which the predicate may hold; empty when it does not restrict the column to single values. */
    public static Optional<Set<Object>> of(Predicate predicate, Column column) {
        if (predicate instanceof Predicate.And and) {
            return and.operands().stream()
                    .map(operand -> of(operand, column))
                    .reduce(Optional.empty(), AllowedValues::intersect);
        }
        if (predicate instanceof Predicate.Or or) {
            return union(or.operands(), column);
        }
        if (predicate instanceof Predicate.Comparison comparison
                && comparison.operator() == ComparisonOperator.EQUAL
                && comparison.column().equals(column)) {
            return Optional.of(Set.of(comparison.constant()));
        }
        if (predicate instanceof Predicate.In in && in.column().equals(column)) {
            return Optional.of(new LinkedHashSet<>(in.constants()));
        }
        return Optional.empty();
    }

    private static Optional<Set<Object>> union(List<Predicate> operands, Column column) {
        Set<Object> union = new LinkedHashSet<>();
        for (Predicate operand : operands) {
            Optional<Set<Object>> values = of(operand, column);
            if (values.isEmpty()) {
                return Optional.empty();
            }
            union.addAll(values.get());
        }
        return Optional.of(union);
    }

    private static Optional<Set<Object>> intersect(Optional<Set<Object>> left, Optional<Set<Object>> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? right : left;
        }
        Set<Object> both = new LinkedHashSet<>(left.get());
        both.retainAll(right.get());
        return Optional.of(both);
    }
}
