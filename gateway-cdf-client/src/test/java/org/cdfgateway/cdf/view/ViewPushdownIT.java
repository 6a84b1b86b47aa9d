package org.cdfgateway.cdf.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cdfgateway.cdf.RowBuilder.aRow;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cdfgateway.cdf.PredicatesOfRows;
import org.cdfgateway.cdf.RowBuilder;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.emulator.fault.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The pushdown law for instances: what CDF returns for a predicate, checked again, equals all rows checked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewPushdownIT {
    private static final String LIST = "POST /models/instances/list";
    private static final String LOOKUP = "POST /models/instances/byids";
    private static final int ROWS = 60;
    private static final int SEEDS = 600;

    private final EmulatedPlant plant = new EmulatedPlant();
    private final TableAdapter table = plant.table("All");
    private final Random random = new Random(11);
    private final List<Row> all = filled();

    @AfterAll
    void stop() {
        plant.close();
    }

    private List<Row> filled() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            RowBuilder row = aRow(table.table())
                    .with("space", random.nextInt(4) == 0 ? "other" : "plant")
                    .with("external_id", "key-" + i % (ROWS - 10))
                    .with("a_text", pick("", "a", "A", "ø", "x\"y"));
            for (Column column : table.table().columns()) {
                Object value = column.writeRule().required() || random.nextInt(3) == 0 ? null : value(column);
                if (value != null) {
                    row.with(column.name(), value);
                }
            }
            rows.add(row.build());
        }
        rows.forEach(table.requireInserter()::check);
        table.requireInserter().insert(rows, plant.cdf.access());
        return plant.rows(table);
    }

    /** Null for what CDF decides, and for texts that refer to something. */
    private @Nullable Object value(Column column) {
        return switch (column.name()) {
            case "a_date" -> pick("2024-02-29", "0001-01-01", "9999-12-31");
            case "level" -> pick("high", "low");
            case "a_int32" -> pick((long) Integer.MIN_VALUE, -1L, 0L, 7L, (long) Integer.MAX_VALUE);
            case "a_direct" -> "{\"space\":\"plant\",\"externalId\":\"key-1\"}";
            case "a_timestamp" -> pick(0L, 1_000L, -1_000L, -62_135_596_800_000_000L, 253_402_300_799_999_000L);
            default ->
                switch (column.family()) {
                    case TEXT -> pick("a", "A", "ø");
                    case BOOLEAN -> random.nextBoolean();
                    case BIGINT -> pick(Long.MIN_VALUE, -1L, 0L, (1L << 53) + 1, Long.MAX_VALUE);
                    case REAL -> (double) pick(0.1f, -0.0f, 0f, -0.1f, Float.MAX_VALUE, -Float.MAX_VALUE, 2.8E-45f);
                    case DOUBLE -> pick(0.1, -0.0, 0.0, -0.1, Double.MAX_VALUE, 1e308, Double.MIN_VALUE);
                    case JSON -> "{\"a\":1}";
                    case TIMESTAMPTZ, BYTEA -> null;
                    case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY -> null;
                };
        };
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }

    @Test
    void cdfLeavesOutNoRowOfThePredicate() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Predicate predicate = new PredicatesOfRows(table.table(), all, seed).next(3);

            List<Row> found = plant.rows(table, predicate);

            assertThat(found.stream().filter(row -> predicate.matches(table.table(), row)))
                    .as("seed %d: %s", seed, predicate)
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .filter(row -> predicate.matches(table.table(), row))
                            .toList());
        }
    }

    private Predicate is(String column, ComparisonOperator operator, Object constant) {
        return new Predicate.Comparison(table.table().column(column), operator, constant);
    }

    private Predicate equal(String column, Object constant) {
        return is(column, ComparisonOperator.EQUAL, constant);
    }

    @Test
    void rowsNamedBySpaceAndExternalIdAreLookedUp() {
        plant.cdf.emulator().resetRequests();

        List<Row> found = plant.rows(
                table,
                new Predicate.And(List.of(
                        new Predicate.In(table.table().column("space"), List.of("plant", "other", "no space!")),
                        new Predicate.In(table.table().column("external_id"), List.of("key-3", "key-4", "none")))));

        assertThat(found).extracting(row -> row.value(1)).containsOnly("key-3", "key-4");
        assertThat(plant.cdf.emulator().requests()).containsOnlyKeys(LOOKUP).containsEntry(LOOKUP, 1L);
    }

    @Test
    void pairsOfKeysAreLookedUpAsPairs() {
        plant.cdf.emulator().resetRequests();
        List<Predicate> pairs = all.subList(0, 5).stream()
                .<Predicate>map(row -> new Predicate.And(
                        List.of(equal("space", (Object) key(row, 0)), equal("external_id", (Object) key(row, 1)))))
                .toList();

        assertThat(plant.rows(table, new Predicate.Or(pairs))).containsExactlyInAnyOrderElementsOf(all.subList(0, 5));
        assertThat(plant.cdf.emulator().requests()).containsOnlyKeys(LOOKUP);
    }

    private static String key(Row row, int position) {
        return String.valueOf(row.value(position));
    }

    @Test
    void manyKeysTakeSeveralRequests() {
        plant.cdf.emulator().resetRequests();
        List<Object> keys =
                IntStream.range(0, 2_500).<Object>mapToObj(i -> "key-" + i).toList();

        List<Row> found = plant.rows(
                table,
                new Predicate.And(List.of(
                        equal("space", "plant"), new Predicate.In(table.table().column("external_id"), keys))));

        assertThat(found)
                .hasSameSizeAs(
                        all.stream().filter(row -> key(row, 0).equals("plant")).toList());
        assertThat(plant.cdf.emulator().requests(LOOKUP)).isEqualTo(3);
    }

    @Test
    void nothingIsAskedForWhatNoInstanceCanBe() {
        plant.cdf.emulator().resetRequests();

        assertThat(plant.rows(table, equal("a_int32", 1L << 40))).isEmpty();
        assertThat(plant.rows(table, equal("a_timestamp", 1L))).isEmpty();
        assertThat(plant.rows(table, equal("a_float64", Double.NaN))).isEmpty();
        assertThat(plant.rows(table, new Predicate.And(List.of(equal("space", "1"), equal("external_id", "a")))))
                .isEmpty();

        assertThat(plant.cdf.emulator().requests()).isEmpty();
    }

    @Test
    void listsEverythingWhenCdfRefusesTheFilter() {
        plant.cdf.emulator().resetRequests();
        plant.cdf.emulator().faults().next(1, LIST, Fault.status(400));

        assertThat(plant.rows(table, equal("level", "no such level"))).hasSameSizeAs(all);
        assertThat(plant.cdf.emulator().requests(LIST)).isEqualTo(2);
    }

    @Test
    void refusalsOfEverythingAreShown() {
        plant.cdf.emulator().faults().next(1, LIST, Fault.status(400));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> plant.rows(table))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_PARAMETER_VALUE));
    }
}
