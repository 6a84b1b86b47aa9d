package org.cdfgateway.cdf.adapter;

import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.ColumnType;

/** Guesses which share of all rows meets a condition, as PostgreSQL does without statistics (manual, chapter 68.1). */
public final class Selectivity {
    private static final double EQUAL = 0.005;
    private static final double RANGE = 1.0 / 3;
    private static final double FLAG = 0.5;
    private static final double NULL = 0.1;

    private Selectivity() {}

    /** 0 to 1. */
    public static double of(Predicate predicate) {
        if (predicate instanceof Predicate.And and) {
            return and.operands().stream().mapToDouble(Selectivity::of).reduce(1, (left, right) -> left * right);
        }
        if (predicate instanceof Predicate.Or or) {
            return Math.min(
                    1, or.operands().stream().mapToDouble(Selectivity::of).sum());
        }
        if (predicate instanceof Predicate.Comparison comparison) {
            return comparison(comparison.operator(), comparison.column().family());
        }
        if (predicate instanceof Predicate.In in) {
            return Math.min(
                    1,
                    in.constants().size()
                            * comparison(ComparisonOperator.EQUAL, in.column().family()));
        }
        return predicate instanceof Predicate.IsNull ? NULL : 1 - NULL;
    }

    private static double comparison(ComparisonOperator operator, ColumnType family) {
        double equal = family == ColumnType.BOOLEAN ? FLAG : EQUAL;
        return switch (operator) {
            case EQUAL -> equal;
            case NOT_EQUAL -> 1 - equal;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> RANGE;
        };
    }
}
