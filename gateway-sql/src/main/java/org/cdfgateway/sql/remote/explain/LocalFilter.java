package org.cdfgateway.sql.remote.explain;

import java.util.List;
import java.util.stream.Collectors;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.sql.expression.And;
import org.cdfgateway.sql.expression.ColumnValue;
import org.cdfgateway.sql.expression.Comparison;
import org.cdfgateway.sql.expression.Constant;
import org.cdfgateway.sql.expression.Expression;
import org.cdfgateway.sql.expression.IsNotNull;
import org.cdfgateway.sql.expression.IsNull;
import org.cdfgateway.sql.expression.Membership;
import org.cdfgateway.sql.expression.Not;
import org.cdfgateway.sql.expression.Or;
import org.cdfgateway.sql.remote.statement.ConditionPart;
import org.cdfgateway.sql.remote.statement.RowCondition;

/** Finds the conditions that only the gateway checks, because CDF's answer does not depend on all of what they say. */
final class LocalFilter {

    private LocalFilter() {}

    /** As SQL; empty when CDF is told everything. */
    static String of(List<ConditionPart> parts, List<Predicate> unasked) {
        return parts.stream()
                .filter(part -> isLocal(part.condition(), unasked))
                .map(ConditionPart::sql)
                .collect(Collectors.joining(" AND "));
    }

    private static boolean isLocal(RowCondition condition, List<Predicate> unasked) {
        return !condition.computed().isEmpty()
                || !isPredicate(condition.known())
                || condition.pushed().conjuncts().stream().anyMatch(unasked::contains);
    }

    /** Whether the predicate that the condition becomes says the same. */
    private static boolean isPredicate(Expression condition) {
        if (condition instanceof And || condition instanceof Or) {
            return condition.operands().stream().allMatch(LocalFilter::isPredicate);
        }
        if (condition instanceof Not not) {
            return not.operand() instanceof ColumnValue;
        }
        if (condition instanceof Comparison comparison) {
            return isColumnAndConstant(comparison.left(), comparison.right())
                    || isColumnAndConstant(comparison.right(), comparison.left());
        }
        if (condition instanceof Membership || condition instanceof IsNull || condition instanceof IsNotNull) {
            return condition.operands().get(0) instanceof ColumnValue;
        }
        return condition instanceof ColumnValue || condition instanceof Constant;
    }

    private static boolean isColumnAndConstant(Expression column, Expression constant) {
        return column instanceof ColumnValue && constant instanceof Constant;
    }
}
