package org.cdfgateway.cdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;

/** Generates predicates whose constants are taken from rows, or lie beside those. Repeats itself for the same seed. */
public final class PredicatesOfRows {
    private static final int MAX_OPERANDS = 3;

    private final TableDefinition table;
    private final List<Row> rows;
    private final Random random;

    public PredicatesOfRows(TableDefinition table, List<Row> rows, long seed) {
        this.table = table;
        this.rows = rows;
        this.random = new Random(seed);
    }

    /** @param depth levels of AND and OR, at most */
    public Predicate next(int depth) {
        if (depth > 0 && random.nextInt(2) == 0) {
            List<Predicate> operands = new ArrayList<>();
            for (int i = 1 + random.nextInt(MAX_OPERANDS); i > 0; i--) {
                operands.add(next(depth - 1));
            }
            return random.nextBoolean() ? new Predicate.And(operands) : new Predicate.Or(operands);
        }
        return leaf();
    }

    private Predicate leaf() {
        int position = random.nextInt(table.columns().size());
        Column column = table.columns().get(position);
        Object constant = rows.get(random.nextInt(rows.size())).value(position);
        if (constant == null || random.nextInt(6) == 0) {
            return random.nextBoolean() ? new Predicate.IsNull(column) : new Predicate.IsNotNull(column);
        }
        return switch (column.family()) {
            case JSON, BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY ->
                new Predicate.IsNotNull(column);
            case BOOLEAN, BIGINT, DOUBLE, REAL, TEXT, BYTEA, TIMESTAMPTZ -> compared(column, position, constant);
        };
    }

    private Predicate compared(Column column, int position, Object constant) {
        ComparisonOperator[] operators = ComparisonOperator.values();
        Object near = random.nextInt(3) == 0 ? beside(constant, column) : constant;
        if (random.nextInt(3) > 0) {
            return new Predicate.Comparison(column, operators[random.nextInt(operators.length)], near);
        }
        Object other = rows.get(random.nextInt(rows.size())).value(position);
        return new Predicate.In(column, other == null || other.equals(near) ? List.of(near) : List.of(near, other));
    }

    private Object beside(Object constant, Column column) {
        boolean isUp = random.nextBoolean();
        return switch (column.family()) {
            case BIGINT, TIMESTAMPTZ -> {
                long number = (Long) constant;
                yield isUp ? Math.max(number, number + 1) : Math.min(number, number - 1);
            }
            case DOUBLE -> isUp ? Math.nextUp((Double) constant) : Math.nextDown((Double) constant);
            case REAL -> {
                float number = ((Double) constant).floatValue();
                yield (double) (isUp ? Math.nextUp(number) : Math.nextDown(number));
            }
            case TEXT -> isUp ? constant + "x" : ((String) constant).toUpperCase(Locale.ROOT);
            case BOOLEAN, BYTEA, JSON -> constant;
            case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY -> constant;
        };
    }
}
