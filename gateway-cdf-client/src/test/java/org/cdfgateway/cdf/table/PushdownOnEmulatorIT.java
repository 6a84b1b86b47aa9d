package org.cdfgateway.cdf.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.cdf.RowBuilder.aRow;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.ASSETS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EVENTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EXTRACTION_PIPELINES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EXTRACTION_PIPELINE_RUNS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.FILES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.LABELS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.RELATIONSHIPS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.SEQUENCES;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.SEQUENCE_ROWS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.TIME_SERIES;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.cdfgateway.cdf.EmulatedCdf;
import org.cdfgateway.cdf.PredicatesOfRows;
import org.cdfgateway.cdf.RowBuilder;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.jspecify.annotations.Nullable;
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

    private final Random random = new Random(7);

    static List<TableDefinition> tables() {
        return List.of(
                ASSETS,
                EVENTS,
                FILES,
                LABELS,
                RELATIONSHIPS,
                TIME_SERIES,
                SEQUENCES,
                SEQUENCE_ROWS,
                EXTRACTION_PIPELINES,
                EXTRACTION_PIPELINE_RUNS);
    }

    @BeforeAll
    void fill() {
        List<Object> dataSets = List.of(cdf.newDataSet("one"), cdf.newDataSet("two"));
        tables().stream()
                .filter(table -> !table.equals(SEQUENCE_ROWS) && !table.equals(EXTRACTION_PIPELINE_RUNS))
                .forEach(table -> cdf.insert(table, rows(table, dataSets)));
        List<Object> sequences = some(SEQUENCES, "id");
        List<Object> pipelines = some(EXTRACTION_PIPELINES, "external_id");
        for (int i = 0; i < ROWS; i++) {
            cdf.insert(
                    SEQUENCE_ROWS,
                    aRow(SEQUENCE_ROWS)
                            .with("id", sequences.get(i % sequences.size()))
                            .with("row_number", 3L * i + random.nextInt(3))
                            .with("values", "{\"a\":1}")
                            .build());
            cdf.insert(
                    EXTRACTION_PIPELINE_RUNS,
                    aRow(EXTRACTION_PIPELINE_RUNS)
                            .with("external_id", pipelines.get(i % pipelines.size()))
                            .with("status", pick(List.of("success", "failure", "seen")))
                            .with("created_time", 1_000L * random.nextInt(5))
                            .build());
        }
    }

    /** Keys of three rows, one of which may have no external id. */
    private List<Object> some(TableDefinition table, String column) {
        int position = table.position(column).orElseThrow();
        return cdf.rows(table, Predicate.all()).subList(0, 3).stream()
                .map(row -> Objects.requireNonNull(row.value(position)))
                .toList();
    }

    @AfterAll
    void stop() {
        cdf.close();
    }

    private List<Row> rows(TableDefinition table, List<Object> dataSets) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            RowBuilder row = aRow(table);
            for (Column column : table.columns()) {
                boolean given =
                        column.writeRule().insertable() && (column.writeRule().required() || random.nextInt(3) > 0);
                Object value = given ? value(table, column, i, dataSets) : null;
                if (value != null) {
                    row.with(column.name(), value);
                }
            }
            rows.add(row.build());
        }
        return rows;
    }

    /** Null for columns that are left empty, because they refer to something or have a form of their own. */
    private @Nullable Object value(TableDefinition table, Column column, int i, List<Object> dataSets) {
        return switch (column.name()) {
            case "external_id" -> "key-" + i;
            case "data_set_id" -> table.equals(LABELS) ? List.of(pick(dataSets)) : pick(dataSets);
            case "source_type", "target_type" -> pick(List.of("asset", "event", "timeSeries"));
            case "source_external_id", "target_external_id" -> pick(TEXTS);
            case "columns" -> "[{\"externalId\":\"a\",\"valueType\":\"LONG\"}]";
            case "parent_external_id", "unit_external_id", "directory", "schedule" -> null;
            default ->
                switch (column.family()) {
                    case TEXT -> pick(TEXTS);
                    case TIMESTAMPTZ -> (column.name().equals("end_time") ? 2_000L : 0L) + 1_000L * random.nextInt(2);
                    case BOOLEAN -> random.nextBoolean();
                    case DOUBLE -> pick(List.of(0.0, 0.1, 0.5, 1.0));
                    case BIGINT, REAL, BYTEA, JSON -> null;
                    case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY -> null;
                };
        };
    }

    private <T> T pick(List<? extends T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void cdfLeavesOutNoRowOfThePredicate(TableDefinition table) {
        List<Row> all = cdf.rows(table, Predicate.all());
        assertThat(all).hasSize(ROWS);
        for (long seed = 0; seed < SEEDS; seed++) {
            Predicate predicate = new PredicatesOfRows(table, all, seed).next(3);

            List<Row> found = cdf.rows(table, predicate);

            assertThat(found.stream().filter(row -> predicate.matches(table, row)))
                    .as("seed %d: %s", seed, predicate)
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .filter(row -> predicate.matches(table, row))
                            .toList());
        }
    }
}
