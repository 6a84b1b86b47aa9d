package org.cdfgateway.cdf.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.TableDefinition;
import org.jspecify.annotations.Nullable;

/** Rows and predicates over small sets of values, so that they meet often, with the extremes among them. */
public final class PredicateGenerator {
    private static final List<Long> IDS = List.of(-1L, 0L, 1L, 2L, 3L, (1L << 53) - 1, 1L << 53);
    private static final List<String> TEXTS = List.of("", " ", "a", "A", "b", "ø", "asset", "seen", "x".repeat(300));
    private static final List<Double> FRACTIONS =
            List.of(Double.NaN, Double.NEGATIVE_INFINITY, -0.5, 0.0, 0.1, 0.5, 1.0, 2.0, Double.POSITIVE_INFINITY);
    private static final List<Long> TIMES =
            List.of(Long.MIN_VALUE, -1_500L, -1L, 0L, 999L, 1_000L, 1_001L, 2_000L, 2_500L, 3_000L, Long.MAX_VALUE);

    private final TableDefinition table;
    private final Random random;

    public PredicateGenerator(TableDefinition table, long seed) {
        this.table = table;
        this.random = new Random(seed);
    }

    /** A row as CDF could have it. */
    public Row row() {
        @Nullable Object[] values = new @Nullable Object[table.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(table.columns().get(i));
        }
        return Row.owning(values);
    }

    private @Nullable Object value(Column column) {
        if (random.nextInt(4) == 0 && !column.name().equals("id") && column.family() != ColumnType.BOOLEAN) {
            return null;
        }
        return switch (column.family()) {
            case BOOLEAN -> random.nextBoolean();
            case BIGINT -> pick(List.of(1L, 2L, 3L, (1L << 53) - 1));
            case TEXT -> pick(List.of("", "a", "A", "b", "ø", "asset", "seen"));
            case TIMESTAMPTZ -> 1_000L * random.nextInt(4);
            case DOUBLE -> pick(List.of(0.0, 0.1, (double) 0.1f, 0.5, 1.0));
            case REAL, BYTEA, JSON -> null;
            case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY -> null;
        };
    }

    public Predicate predicate() {
        return predicate(3);
    }

    private Predicate predicate(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return new Predicate.And(operands(depth));
        }
        if (depth > 0 && random.nextInt(3) == 0) {
            return new Predicate.Or(operands(depth));
        }
        Column column = pick(table.columns());
        return switch (column.family()) {
            case BOOLEAN -> comparable(column, List.of(true, false));
            case BIGINT -> comparable(column, IDS);
            case TEXT -> comparable(column, TEXTS);
            case TIMESTAMPTZ -> comparable(column, TIMES);
            case DOUBLE -> comparable(column, FRACTIONS);
            case REAL, BYTEA, JSON, BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY ->
                random.nextBoolean() ? new Predicate.IsNull(column) : new Predicate.IsNotNull(column);
        };
    }

    private List<Predicate> operands(int depth) {
        List<Predicate> operands = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            operands.add(predicate(depth - 1));
        }
        return operands;
    }

    private Predicate comparable(Column column, List<?> constants) {
        return switch (random.nextInt(6)) {
            case 0 -> new Predicate.IsNull(column);
            case 1 -> new Predicate.IsNotNull(column);
            case 2 -> new Predicate.In(column, some(constants));
            case 3 -> new Predicate.Comparison(column, pick(List.of(ComparisonOperator.values())), pick(constants));
            default -> new Predicate.Comparison(column, ComparisonOperator.EQUAL, pick(constants));
        };
    }

    private List<Object> some(List<?> constants) {
        List<Object> some = new ArrayList<>();
        constants.stream().filter(constant -> random.nextInt(3) == 0).forEach(some::add);
        return some;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
