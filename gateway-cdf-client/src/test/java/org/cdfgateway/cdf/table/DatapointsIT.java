package org.cdfgateway.cdf.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cdfgateway.cdf.RowBuilder.aRow;
import static org.cdfgateway.domain.scan.ComparisonOperator.EQUAL;
import static org.cdfgateway.domain.scan.ComparisonOperator.GREATER;
import static org.cdfgateway.domain.scan.ComparisonOperator.GREATER_OR_EQUAL;
import static org.cdfgateway.domain.scan.ComparisonOperator.LESS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.DOUBLE_DATAPOINTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.STRING_DATAPOINTS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.TIME_SERIES;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cdfgateway.cdf.EmulatedCdf;
import org.cdfgateway.cdf.adapter.ReadLimits;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.PartialWriteException;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.emulator.Volume;
import org.cdfgateway.emulator.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatapointsIT {
    private static final String READ = "POST /timeseries/data/list";
    private static final String INSERT = "POST /timeseries/data";

    private final EmulatedCdf cdf =
            EmulatedCdf.with(Volume.EMPTY, settings -> settings.withReadLimits(new ReadLimits(5, 20)));

    @AfterEach
    void stop() {
        cdf.close();
    }

    private long aSeries(String externalId, boolean texts) {
        Row series = cdf.insert(
                        TIME_SERIES,
                        aRow(TIME_SERIES)
                                .with("external_id", externalId)
                                .with("is_string", texts)
                                .build())
                .get(0);
        return (Long) Objects.requireNonNull(series.value(0));
    }

    private static Row aPoint(TableDefinition table, String externalId, long millis, Object value) {
        return aRow(table)
                .with("external_id", externalId)
                .with("timestamp", millis * 1_000)
                .with("value", value)
                .build();
    }

    private void fill(String externalId, int points) {
        cdf.insert(
                DOUBLE_DATAPOINTS,
                IntStream.range(0, points)
                        .mapToObj(i -> aPoint(DOUBLE_DATAPOINTS, externalId, i * 1_000L, (double) i))
                        .toList());
    }

    private static Predicate is(String column, ComparisonOperator operator, Object constant) {
        return new Predicate.Comparison(DOUBLE_DATAPOINTS.column(column), operator, constant);
    }

    private static Predicate and(Predicate... operands) {
        return new Predicate.And(List.of(operands));
    }

    private static List<Object> timestamps(List<Row> rows) {
        return rows.stream().map(row -> Objects.requireNonNull(row.value(2))).toList();
    }

    @Test
    void rowsCarryBothKeysOfTheirSeries() {
        long id = aSeries("p1", false);
        cdf.insert(DOUBLE_DATAPOINTS, aPoint(DOUBLE_DATAPOINTS, "p1", 1_500, 2.5));

        assertThat(cdf.rows(DOUBLE_DATAPOINTS, is("id", EQUAL, id)))
                .containsExactly(Row.owning(id, "p1", 1_500_000L, 2.5));
        assertThat(cdf.rows(DOUBLE_DATAPOINTS, is("external_id", EQUAL, "p1")))
                .containsExactly(Row.owning(id, "p1", 1_500_000L, 2.5));
    }

    @Test
    void readsTimesBefore1970() {
        aSeries("p1", false);
        cdf.insert(
                DOUBLE_DATAPOINTS,
                aPoint(DOUBLE_DATAPOINTS, "p1", -2_208_988_800_000L, 1.0),
                aPoint(DOUBLE_DATAPOINTS, "p1", -1, 2.0),
                aPoint(DOUBLE_DATAPOINTS, "p1", 4_102_444_799_999L, 3.0));

        assertThat(timestamps(cdf.rows(DOUBLE_DATAPOINTS, is("external_id", EQUAL, "p1"))))
                .containsExactly(-2_208_988_800_000_000L, -1_000L, 4_102_444_799_999_000L);
        assertThat(timestamps(
                        cdf.rows(DOUBLE_DATAPOINTS, and(is("external_id", EQUAL, "p1"), is("timestamp", LESS, 0L)))))
                .containsExactly(-2_208_988_800_000_000L, -1_000L);
    }

    @Test
    void readsOnlyTheRange() {
        aSeries("p1", false);
        fill("p1", 10);

        assertThat(timestamps(cdf.rows(
                        DOUBLE_DATAPOINTS,
                        and(
                                is("external_id", EQUAL, "p1"),
                                is("timestamp", GREATER_OR_EQUAL, 3_000_000L),
                                is("timestamp", LESS, 6_000_000L)))))
                .containsExactly(3_000_000L, 4_000_000L, 5_000_000L);
        assertThat(timestamps(cdf.rows(
                        DOUBLE_DATAPOINTS, and(is("external_id", EQUAL, "p1"), is("timestamp", GREATER, 8_000_500L)))))
                .containsExactly(9_000_000L);
    }

    @Test
    void anImpossibleRangeAsksNobody() {
        assertThat(cdf.rows(DOUBLE_DATAPOINTS, and(is("external_id", EQUAL, "p1"), is("timestamp", EQUAL, 1_500L))))
                .isEmpty();

        assertThat(cdf.emulator().requests()).isEmpty();
    }

    @Test
    void theFirstPageCostsOneRequest() {
        aSeries("p1", false);
        fill("p1", 30_000);
        cdf.emulator().resetRequests();

        try (RowReader reader = cdf.reader(DOUBLE_DATAPOINTS, is("external_id", EQUAL, "p1"))) {
            assertThat(Objects.requireNonNull(reader.next()).size()).isEqualTo(10_000);
        }

        assertThat(cdf.emulator().requests(READ)).isEqualTo(1);
    }

    @Test
    void readsLongSeriesToTheEnd() {
        aSeries("p1", false);
        fill("p1", 100_000);
        cdf.insert(DOUBLE_DATAPOINTS, aPoint(DOUBLE_DATAPOINTS, "p1", 4_000_000_000_000L, -1.0));
        cdf.emulator().resetRequests();

        List<Row> rows = cdf.rows(DOUBLE_DATAPOINTS, is("external_id", EQUAL, "p1"));

        assertThat(rows).hasSize(100_001).doesNotHaveDuplicates();
        assertThat(timestamps(rows)).isSortedAccordingTo((left, right) -> Long.compare((Long) left, (Long) right));
        assertThat(cdf.emulator().requests(READ)).isEqualTo(2);
    }

    @Test
    void readsManySeriesTogether() {
        List<String> keys = IntStream.range(0, 150).mapToObj(i -> "p" + i).toList();
        keys.forEach(key -> aSeries(key, false));
        keys.forEach(key -> fill(key, 300));
        cdf.emulator().resetRequests();

        List<Row> rows = cdf.rows(
                DOUBLE_DATAPOINTS, new Predicate.In(DOUBLE_DATAPOINTS.column("external_id"), List.copyOf(keys)));

        assertThat(rows).hasSize(150 * 300).doesNotHaveDuplicates();
        assertThat(cdf.emulator().requests(READ)).isLessThan(15);
    }

    @Test
    void aSeriesNamedByBothKeysIsReadOnce() {
        long id = aSeries("p1", false);
        fill("p1", 3);

        List<Row> rows = cdf.rows(
                DOUBLE_DATAPOINTS, new Predicate.Or(List.of(is("id", EQUAL, id), is("external_id", EQUAL, "p1"))));

        assertThat(rows).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void seriesOfTheOtherKindHaveNoRows() {
        long id = aSeries("texts", true);
        cdf.insert(STRING_DATAPOINTS, aPoint(STRING_DATAPOINTS, "texts", 1, "on"));

        assertThat(cdf.rows(DOUBLE_DATAPOINTS, is("id", EQUAL, id))).isEmpty();
        assertThat(cdf.rows(STRING_DATAPOINTS, is("id", EQUAL, id)))
                .containsExactly(Row.owning(id, "texts", 1_000L, "on"));
    }

    @Test
    void unknownSeriesHaveNoRows() {
        assertThat(cdf.rows(DOUBLE_DATAPOINTS, is("external_id", EQUAL, "nobody")))
                .isEmpty();
    }

    @Test
    void readsAllSeriesOfTheKindWhenNoneIsNamed() {
        aSeries("p1", false);
        aSeries("p2", false);
        aSeries("texts", true);
        fill("p1", 3);
        fill("p2", 4);
        cdf.insert(STRING_DATAPOINTS, aPoint(STRING_DATAPOINTS, "texts", 1, "on"));

        assertThat(cdf.rows(DOUBLE_DATAPOINTS, Predicate.all())).hasSize(7).doesNotHaveDuplicates();
        assertThat(cdf.rows(STRING_DATAPOINTS, Predicate.all())).hasSize(1);
    }

    @Test
    void doesNotReadMoreSeriesThanAllowed() {
        IntStream.range(0, 21).forEach(i -> aSeries("p" + i, false));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> cdf.rows(DOUBLE_DATAPOINTS, Predicate.all()))
                .withMessage("the statement reads more than 20 time series")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.PROGRAM_LIMIT_EXCEEDED))
                .satisfies(failure -> assertThat(failure.hint())
                        .contains("Restrict id or external_id with = or IN, or raise the setting"
                                + " gateway.limits.enumerated-parents."));
    }

    @Test
    void insertsReplacePointsAndAreRepeated() {
        aSeries("p1", false);
        fill("p1", 3);
        cdf.emulator().faults().next(1, INSERT, Fault.dropAfter());

        fill("p1", 3);

        assertThat(cdf.rows(DOUBLE_DATAPOINTS, is("external_id", EQUAL, "p1"))).hasSize(3);
    }

    @Test
    void pointsOfAnUnknownSeriesAreAForeignKeyViolation() {
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> cdf.insert(DOUBLE_DATAPOINTS, aPoint(DOUBLE_DATAPOINTS, "nobody", 1, 1.0)))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.FOREIGN_KEY_VIOLATION))
                .satisfies(failure -> assertThat(failure.detail().orElseThrow()).contains("externalId: nobody"));
    }

    @Test
    void referencesOfBothKindsTravelInTwoRequests() {
        long id = aSeries("p1", false);
        Row byId = aRow(DOUBLE_DATAPOINTS)
                .with("id", id)
                .with("timestamp", 0L)
                .with("value", 1.0)
                .build();
        cdf.emulator().resetRequests();

        cdf.insert(DOUBLE_DATAPOINTS, byId, aPoint(DOUBLE_DATAPOINTS, "p1", 1, 2.0));

        assertThat(cdf.emulator().requests(INSERT)).isEqualTo(2);
        assertThat(cdf.rows(DOUBLE_DATAPOINTS, is("id", EQUAL, id))).hasSize(2);
    }

    @Test
    void aFailureAfterAnAcceptedRequestSaysHowMuchIsStored() {
        long id = aSeries("p1", false);
        Row byId = aRow(DOUBLE_DATAPOINTS)
                .with("id", id)
                .with("timestamp", 0L)
                .with("value", 1.0)
                .build();

        assertThatExceptionOfType(PartialWriteException.class)
                .isThrownBy(() -> cdf.insert(DOUBLE_DATAPOINTS, byId, aPoint(DOUBLE_DATAPOINTS, "nobody", 1, 2.0)))
                .satisfies(failure -> assertThat(failure.acceptedRows()).isEqualTo(1))
                .satisfies(failure -> assertThat(failure.failure().kind()).isEqualTo(ErrorKind.FOREIGN_KEY_VIOLATION));
    }

    @Test
    void estimatesGrowWithTheRange() {
        long day = estimate(and(
                is("external_id", EQUAL, "p1"),
                is("timestamp", GREATER_OR_EQUAL, 0L),
                is("timestamp", LESS, 86_400_000_000L)));
        long minute = estimate(and(
                is("external_id", EQUAL, "p1"),
                is("timestamp", GREATER_OR_EQUAL, 0L),
                is("timestamp", LESS, 60_000_000L)));

        assertThat(LongStream.of(minute, day)).containsExactly(1L, 1_440L);
    }

    private long estimate(Predicate predicate) {
        return cdf.adapter(DOUBLE_DATAPOINTS)
                .estimateRows(
                        new Scan(DOUBLE_DATAPOINTS, Set.copyOf(DOUBLE_DATAPOINTS.columns()), predicate), cdf.access());
    }
}
