package org.cdfgateway.sql.remote.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.Key;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.sql.expression.And;
import org.cdfgateway.sql.expression.ColumnValue;
import org.cdfgateway.sql.expression.Comparison;
import org.cdfgateway.sql.expression.Constant;
import org.cdfgateway.sql.expression.Expression;
import org.cdfgateway.sql.expression.Membership;
import org.cdfgateway.sql.remote.statement.RowCondition;

/** Finds the keys in conditions that say nothing but which keys are meant, such as {@code external_id IN ('a', 'b')}. */
final class PinnedKeys {
    /** More combinations of a key's columns are looked up by a read instead. */
    private static final long MAX_COMBINATIONS = 100_000;

    private PinnedKeys() {}

    /** The distinct keys, perhaps none; empty when the condition says something else. */
    static Optional<List<RowKey>> of(TableDefinition table, RowCondition condition) {
        if (!condition.computed().isEmpty()) {
            return Optional.empty();
        }
        List<Expression> conjuncts = condition.known() instanceof And and ? and.operands() : List.of(condition.known());
        Map<Column, List<Object>> pinned = new HashMap<>();
        for (Expression conjunct : conjuncts) {
            if (!pin(conjunct, pinned)) {
                return Optional.empty();
            }
        }
        return table.keys().stream()
                .filter(key ->
                        key.columns().size() == pinned.size() && pinned.keySet().containsAll(key.columns()))
                .findFirst()
                .flatMap(key -> combinations(key, pinned));
    }

    private static boolean pin(Expression conjunct, Map<Column, List<Object>> pinned) {
        if (conjunct instanceof Membership membership && membership.operand() instanceof ColumnValue column) {
            return pinned.putIfAbsent(column.column(), membership.constants()) == null;
        }
        if (conjunct instanceof Comparison comparison && comparison.operator() == ComparisonOperator.EQUAL) {
            return pin(comparison.left(), comparison.right(), pinned)
                    || pin(comparison.right(), comparison.left(), pinned);
        }
        return false;
    }

    private static boolean pin(Expression left, Expression right, Map<Column, List<Object>> pinned) {
        if (!(left instanceof ColumnValue column) || !(right instanceof Constant constant)) {
            return false;
        }
        Object value = constant.value();
        return pinned.putIfAbsent(column.column(), value == null ? List.of() : List.of(value)) == null;
    }

    private static Optional<List<RowKey>> combinations(Key key, Map<Column, List<Object>> pinned) {
        long count = 1;
        List<List<Object>> combinations = List.of(List.of());
        for (Column column : key.columns()) {
            List<Object> values = pinned.getOrDefault(column, List.of());
            count *= values.size();
            if (count > MAX_COMBINATIONS) {
                return Optional.empty();
            }
            combinations = times(combinations, values);
        }
        return Optional.of(
                combinations.stream().map(values -> new RowKey(key, values)).toList());
    }

    private static List<List<Object>> times(List<List<Object>> combinations, List<Object> values) {
        List<List<Object>> product = new ArrayList<>(combinations.size() * values.size());
        for (List<Object> combination : combinations) {
            for (Object value : values) {
                List<Object> longer = new ArrayList<>(combination);
                longer.add(value);
                product.add(longer);
            }
        }
        return product;
    }
}
