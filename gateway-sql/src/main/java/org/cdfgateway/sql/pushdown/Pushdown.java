package org.cdfgateway.sql.pushdown;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.sql.expression.And;
import org.cdfgateway.sql.expression.ColumnValue;
import org.cdfgateway.sql.expression.Comparison;
import org.cdfgateway.sql.expression.Constant;
import org.cdfgateway.sql.expression.DistinctFrom;
import org.cdfgateway.sql.expression.Expression;
import org.cdfgateway.sql.expression.IsNotNull;
import org.cdfgateway.sql.expression.IsNull;
import org.cdfgateway.sql.expression.Membership;
import org.cdfgateway.sql.expression.Not;
import org.cdfgateway.sql.expression.Or;
import org.cdfgateway.sql.expression.Quantified;
import org.cdfgateway.sql.expression.Quantifier;

/**
 * Translates a condition into a predicate that holds for at least the rows the condition is true for. What cannot be said
 * as a predicate becomes {@link Predicate#all()}, so the condition must be checked again on the rows that come back.
 *
 * <p>For example {@code id = 5 AND md5(name) = 'x'} becomes {@code id = 5}, and {@code NOT (id = 5 OR name IS NULL)}
 * becomes {@code id <> 5 AND name IS NOT NULL}.
 */
public final class Pushdown {
    /** Longer lists are not worth spelling out for operators other than {@code =}. */
    private static final int MAX_SPELLED_OUT = 100;

    private Pushdown() {}

    /** Holds for every row for which the condition is true. */
    public static Predicate whereTrue(Expression condition) {
        if (condition instanceof Constant constant) {
            return Boolean.TRUE.equals(constant.value()) ? Predicate.all() : Predicate.none();
        }
        if (condition instanceof And and) {
            return Predicates.and(and.operands().stream().map(Pushdown::whereTrue));
        }
        if (condition instanceof Or or) {
            return Predicates.or(or.operands().stream().map(Pushdown::whereTrue));
        }
        if (condition instanceof Not not) {
            return whereFalse(not.operand());
        }
        if (condition instanceof Comparison comparison) {
            return comparison(comparison, comparison.operator());
        }
        if (condition instanceof ColumnValue column) {
            return truth(column, true);
        }
        if (condition instanceof IsNull isNull) {
            return ofColumn(isNull.operand(), column -> new Predicate.IsNull(column.column()));
        }
        if (condition instanceof IsNotNull isNotNull) {
            return ofColumn(isNotNull.operand(), column -> new Predicate.IsNotNull(column.column()));
        }
        if (condition instanceof Membership membership) {
            return ofColumn(membership.operand(), column -> Predicates.in(column.column(), membership.constants()));
        }
        if (condition instanceof DistinctFrom distinct) {
            return distinct(distinct);
        }
        if (condition instanceof Quantified quantified) {
            return quantified(quantified);
        }
        return Predicate.all();
    }

    /** Holds for every row for which the condition is false, which excludes unknown. */
    private static Predicate whereFalse(Expression condition) {
        if (condition instanceof Constant constant) {
            return Boolean.FALSE.equals(constant.value()) ? Predicate.all() : Predicate.none();
        }
        if (condition instanceof And and) {
            return Predicates.or(and.operands().stream().map(Pushdown::whereFalse));
        }
        if (condition instanceof Or or) {
            return Predicates.and(or.operands().stream().map(Pushdown::whereFalse));
        }
        if (condition instanceof Not not) {
            return whereTrue(not.operand());
        }
        if (condition instanceof Comparison comparison) {
            return comparison(comparison, Operators.negated(comparison.operator()));
        }
        if (condition instanceof ColumnValue column) {
            return truth(column, false);
        }
        if (condition instanceof IsNull isNull) {
            return whereTrue(new IsNotNull(isNull.operand()));
        }
        if (condition instanceof IsNotNull isNotNull) {
            return whereTrue(new IsNull(isNotNull.operand()));
        }
        if (condition instanceof Membership membership) {
            return notIn(membership);
        }
        if (condition instanceof DistinctFrom distinct) {
            return notDistinct(distinct);
        }
        return Predicate.all();
    }

    private static Predicate ofColumn(Expression operand, Function<ColumnValue, Predicate> predicate) {
        return operand instanceof ColumnValue column ? predicate.apply(column) : Predicate.all();
    }

    private static Predicate truth(ColumnValue column, boolean value) {
        return new Predicate.Comparison(column.column(), ComparisonOperator.EQUAL, value);
    }

    private static Predicate comparison(Comparison comparison, ComparisonOperator operator) {
        if (comparison.left() instanceof ColumnValue column && comparison.right() instanceof Constant constant) {
            return comparison(column, operator, constant);
        }
        if (comparison.left() instanceof Constant constant && comparison.right() instanceof ColumnValue column) {
            return comparison(column, Operators.mirrored(operator), constant);
        }
        return Predicate.all();
    }

    private static Predicate comparison(ColumnValue column, ComparisonOperator operator, Constant constant) {
        Object value = constant.value();
        return value == null ? Predicate.none() : new Predicate.Comparison(column.column(), operator, value);
    }

    private static Predicate notIn(Membership membership) {
        if (membership.hasNull()) {
            return Predicate.none();
        }
        if (membership.constants().isEmpty()) {
            return Predicate.all();
        }
        return ofColumn(membership.operand(), column -> new Predicate.IsNotNull(column.column()));
    }

    private static Predicate distinct(DistinctFrom distinct) {
        if (distinct.left() instanceof ColumnValue column && distinct.right() instanceof Constant constant) {
            return constant.value() == null
                    ? new Predicate.IsNotNull(column.column())
                    : new Predicate.Or(List.of(
                            new Predicate.IsNull(column.column()),
                            comparison(column, ComparisonOperator.NOT_EQUAL, constant)));
        }
        return Predicate.all();
    }

    private static Predicate notDistinct(DistinctFrom distinct) {
        if (distinct.left() instanceof ColumnValue column && distinct.right() instanceof Constant constant) {
            return constant.value() == null
                    ? new Predicate.IsNull(column.column())
                    : comparison(column, ComparisonOperator.EQUAL, constant);
        }
        return Predicate.all();
    }

    private static Predicate quantified(Quantified quantified) {
        if (!(quantified.operand() instanceof ColumnValue column)
                || !(quantified.array() instanceof Constant constant)
                || !(constant.value() instanceof List<?> elements)
                || elements.size() > MAX_SPELLED_OUT) {
            return Predicate.all();
        }
        boolean all = quantified.quantifier() == Quantifier.ALL;
        if (all && elements.stream().anyMatch(Objects::isNull)) {
            return Predicate.none();
        }
        var comparisons = elements.stream().filter(Objects::nonNull).map(element -> (Predicate)
                new Predicate.Comparison(column.column(), quantified.operator(), Objects.requireNonNull(element)));
        return all ? Predicates.and(comparisons) : Predicates.or(comparisons);
    }
}
