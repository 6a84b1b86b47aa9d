package org.cdfgateway.sql.remote.estimate;

import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Pushable;
import org.cdfgateway.sql.expression.And;
import org.cdfgateway.sql.expression.ColumnValue;
import org.cdfgateway.sql.expression.Comparison;
import org.cdfgateway.sql.expression.Expression;
import org.cdfgateway.sql.expression.Quantified;
import org.cdfgateway.sql.expression.Quantifier;
import org.cdfgateway.sql.expression.UnknownValue;
import org.cdfgateway.sql.pushdown.Pushdown;
import org.cdfgateway.sql.remote.statement.RowCondition;

/**
 * The share of rows that conditions let through which the adapter has not seen: those that no predicate can express, and
 * those with parameters. The figures are those of PostgreSQL's own guesses (selfuncs.h), rounded.
 */
final class Selectivity {
    private static final double EQUALITY = 0.005;
    private static final double RANGE = 1.0 / 3;
    private static final double OTHER = 0.5;
    /** What {@code = ANY ($1)} is taken to hold, as in PostgreSQL. */
    private static final int LIST_LENGTH = 10;

    private Selectivity() {}

    /** @param rows that are expected without the conditions */
    static double ofUnpushed(RowCondition condition, double rows) {
        return ofUnpushed(condition.known(), rows)
                * Math.pow(OTHER, condition.computed().size());
    }

    private static double ofUnpushed(Expression condition, double rows) {
        if (condition instanceof And and) {
            double product = 1;
            for (Expression conjunct : and.operands()) {
                product *= ofUnpushed(conjunct, rows);
            }
            return product;
        }
        if (!Pushdown.whereTrue(condition).equals(Predicate.all())) {
            return 1;
        }
        if (condition instanceof Comparison comparison) {
            return ofComparison(comparison, rows);
        }
        if (condition instanceof Quantified quantified && isKeyLookup(quantified)) {
            return Math.min(1, LIST_LENGTH / rows);
        }
        return condition.columns().isEmpty() ? 1 : OTHER;
    }

    /** Whether CDF will be asked for single items only, once the parameters are known. */
    static boolean looksUpKeys(Expression condition) {
        if (condition instanceof And and) {
            return and.operands().stream().anyMatch(Selectivity::looksUpKeys);
        }
        return (condition instanceof Comparison comparison && isKeyLookup(comparison))
                || (condition instanceof Quantified quantified && isKeyLookup(quantified));
    }

    private static double ofComparison(Comparison comparison, double rows) {
        return switch (comparison.operator()) {
            case EQUAL -> isKeyLookup(comparison) ? 1 / rows : EQUALITY;
            case NOT_EQUAL -> 1 - EQUALITY;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> RANGE;
        };
    }

    private static boolean isKeyLookup(Comparison comparison) {
        return comparison.operator() == ComparisonOperator.EQUAL
                && ((isKey(comparison.left()) && comparison.right() instanceof UnknownValue)
                        || (comparison.left() instanceof UnknownValue && isKey(comparison.right())));
    }

    private static boolean isKeyLookup(Quantified quantified) {
        return quantified.operator() == ComparisonOperator.EQUAL
                && quantified.quantifier() == Quantifier.ANY
                && isKey(quantified.operand())
                && quantified.array() instanceof UnknownValue;
    }

    private static boolean isKey(Expression expression) {
        return expression instanceof ColumnValue value && value.column().answers(Pushable.LOOKUP);
    }
}
