package org.cdfgateway.cdf.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.cdf.RowBuilder.aRow;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.ASSETS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EVENTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.TIME_SERIES;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cdfgateway.cdf.EmulatedCdf;
import org.cdfgateway.cdf.RowBuilder;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.TableDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pushdown law against the emulator's own reading of CDF's filters: what CDF returns for a predicate, checked again,
 * equals all rows checked.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushdownOnEmulatorIT {
    private static final int ROWS = 40;
    private static final int SEEDS = 150;
    private static final List<String> TEXTS = List.of("a", "A", "b", "ø");

    private final EmulatedCdf cdf = EmulatedCdf.empty();

    static List<TableDefinition> tables() {
        return List.of(ASSETS, EVENTS, TIME_SERIES);
    }

    @BeforeAll
    void fill() {
        tables().forEach(table -> cdf.insert(table, rows(table)));
    }

    @AfterAll
    void stop() {
        cdf.close();
    }

    private static List<Row> rows(TableDefinition table) {
        Random random = new Random(7);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            RowBuilder row = aRow(table);
            if (i % 3 != 0) {
                row.with("external_id", "key-" + i);
            }
            for (Column column : table.columns()) {
                boolean free = column.writeRule().insertable()
                        && !column.name().endsWith("external_id")
                        && (column.writeRule().required() || random.nextInt(3) > 0);
                if (free && column.family() == ColumnType.TEXT) {
                    row.with(column.name(), TEXTS.get(random.nextInt(TEXTS.size())));
                } else if (free && column.family() == ColumnType.TIMESTAMPTZ) {
                    long first = column.name().equals("end_time") ? 1_000L : 0L;
                    row.with(column.name(), first + 1_000L * random.nextInt(2));
                } else if (free && column.family() == ColumnType.BOOLEAN) {
                    row.with(column.name(), random.nextBoolean());
                }
            }
            rows.add(row.build());
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("tables")
    void cdfLeavesOutNoRowOfThePredicate(TableDefinition table) {
        List<Row> all = cdf.rows(table, Predicate.all());
        assertThat(all).hasSize(ROWS);
        for (long seed = 0; seed < SEEDS; seed++) {
            Predicate predicate = predicate(table, all, new Random(seed), 3);

            List<Row> found = cdf.rows(table, predicate);

            assertThat(found.stream().filter(row -> predicate.matches(table, row)))
                    .as("seed %d: %s", seed, predicate)
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .filter(row -> predicate.matches(table, row))
                            .toList());
        }
    }

    /** A predicate whose constants are taken from the rows. */
    private static Predicate predicate(TableDefinition table, List<Row> rows, Random random, int depth) {
        if (depth > 0 && random.nextInt(2) == 0) {
            List<Predicate> operands = new ArrayList<>();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                operands.add(predicate(table, rows, random, depth - 1));
            }
            return random.nextBoolean() ? new Predicate.And(operands) : new Predicate.Or(operands);
        }
        int position = random.nextInt(table.columns().size());
        Column column = table.columns().get(position);
        Object constant = rows.get(random.nextInt(rows.size())).value(position);
        if (constant == null || random.nextInt(6) == 0) {
            return random.nextBoolean() ? new Predicate.IsNull(column) : new Predicate.IsNotNull(column);
        }
        return switch (column.family()) {
            case JSON, BIGINT_ARRAY, TEXT_ARRAY, DOUBLE -> new Predicate.IsNotNull(column);
            case BOOLEAN, BIGINT, TEXT, TIMESTAMPTZ -> {
                ComparisonOperator[] operators = ComparisonOperator.values();
                yield random.nextInt(3) == 0
                        ? new Predicate.In(column, List.of(constant))
                        : new Predicate.Comparison(column, operators[random.nextInt(operators.length)], constant);
            }
        };
    }
}
