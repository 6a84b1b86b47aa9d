package org.cdfgateway.cdf.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cdfgateway.cdf.RowBuilder.aRow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cdfgateway.cdf.RowBuilder;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.RowUpdate;
import org.cdfgateway.emulator.fault.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewWritesIT {
    private static final String APPLY = "POST /models/instances";
    private static final String DELETE = "POST /models/instances/delete";

    private final EmulatedPlant plant = new EmulatedPlant();
    private final TableAdapter pumps = plant.table("Pump");
    private final TableAdapter everything = plant.table("All");
    private final TableAdapter flows = plant.table("Flow");

    @AfterEach
    void stop() {
        plant.close();
    }

    private RowBuilder aPump(String externalId) {
        return aRow(pumps.table()).with("space", "plant").with("external_id", externalId);
    }

    private RowBuilder anything(String externalId) {
        return aRow(everything.table()).with("space", "plant").with("external_id", externalId);
    }

    private static String node(String externalId) {
        return "{\"space\":\"plant\",\"externalId\":\"" + externalId + "\"}";
    }

    private @Nullable Object value(TableAdapter table, String externalId, String column) {
        List<Row> rows = plant.rows(
                table,
                new Predicate.And(List.of(
                        new Predicate.Comparison(table.table().column("space"), ComparisonOperator.EQUAL, "plant"),
                        new Predicate.Comparison(
                                table.table().column("external_id"), ComparisonOperator.EQUAL, externalId))));
        assertThat(rows).hasSize(1);
        return rows.get(0).value(table.table().position(column).orElseThrow());
    }

    private void assertRefused(ErrorKind kind, TableAdapter table, Row row) {
        RowInserter inserter = table.requireInserter();
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> {
                    inserter.check(row);
                    inserter.insert(List.of(row), plant.cdf.access());
                })
                .satisfies(
                        failure -> assertThat(failure.kind()).as(failure.text()).isEqualTo(kind));
    }

    @Test
    void whatExistsKeepsTheValuesThatAreNotGiven() {
        plant.insert(pumps, aPump("a").with("name", "A").with("flow", 1.5).build());

        plant.insert(pumps, aPump("a").with("name", "B").build());

        assertThat(value(pumps, "a", "name")).isEqualTo("B");
        assertThat(value(pumps, "a", "flow")).isEqualTo(1.5);
    }

    @Test
    void missingValuesTakeTheirDefaults() {
        plant.insert(pumps, aPump("a").with("name", "A").build());

        assertThat(value(pumps, "a", "stages")).isEqualTo(1L);
    }

    @Test
    void aRowWithoutValuesIsInTheView() {
        plant.insert(everything, anything("a").build());

        assertThat(plant.rows(everything)).hasSize(1);
    }

    @Test
    void answersWhenInstancesCameToBe() {
        Row stored = plant.insert(pumps, aPump("a").with("name", "A").build()).get(0);

        assertThat(value(pumps, "a", "created_time"))
                .isEqualTo(stored.value(pumps.table().position("created_time").orElseThrow()));
    }

    @Test
    void ofTheSameInstanceTheLastRowCounts() {
        plant.insert(
                pumps,
                aPump("a").with("name", "A").build(),
                aPump("b").with("name", "B").build(),
                aPump("a").with("name", "C").build());

        assertThat(value(pumps, "a", "name")).isEqualTo("C");
        assertThat(plant.cdf.emulator().requests(APPLY)).isEqualTo(2);
    }

    @Test
    void wideRowsGoIntoSeveralRequests() {
        Row[] rows = IntStream.range(0, 60)
                .mapToObj(i -> anything("wide-" + i)
                        .with("a_text", "x".repeat(100_000))
                        .build())
                .toArray(Row[]::new);

        plant.insert(everything, rows);

        assertThat(plant.cdf.emulator().requests(APPLY)).isEqualTo(2);
        assertThat(plant.rows(everything)).hasSize(60);
    }

    @Test
    void listingGoesThroughAllPages() {
        plant.insert(
                everything,
                IntStream.range(0, 2_500)
                        .mapToObj(i -> anything("n-" + i).build())
                        .toArray(Row[]::new));

        assertThat(plant.rows(everything)).hasSize(2_500).doesNotHaveDuplicates();
    }

    @Test
    void missingTargetsOfRelationsAreCreated() {
        plant.insert(
                pumps, aPump("a").with("name", "A").with("parent", node("new")).build());

        assertThat(value(pumps, "a", "parent")).isEqualTo(node("new"));
    }

    @Test
    void anUnknownSpaceIsAnUnknownReference() {
        assertRefused(
                ErrorKind.FOREIGN_KEY_VIOLATION,
                pumps,
                aRow(pumps.table())
                        .with("space", "nowhere")
                        .with("external_id", "a")
                        .with("name", "A")
                        .build());
    }

    @Test
    void edgesNeedNodesThatExist() {
        Row edge = aRow(flows.table())
                .with("space", "plant")
                .with("external_id", "e")
                .with("type", node("flowsTo"))
                .with("start_node", node("nobody"))
                .with("end_node", node("nobody"))
                .build();

        assertRefused(ErrorKind.FOREIGN_KEY_VIOLATION, flows, edge);
    }

    @Test
    void aMissingRequiredPropertyIsANullValue() {
        assertRefused(
                ErrorKind.NOT_NULL_VIOLATION,
                pumps,
                aPump("a").with("flow", 1.0).build());
    }

    @Test
    void valuesThatCannotBeStoredAreRefused() {
        assertRefused(
                ErrorKind.INVALID_PARAMETER_VALUE,
                everything,
                anything("a").with("level", "huge").build());
        assertRefused(
                ErrorKind.INVALID_PARAMETER_VALUE,
                everything,
                anything("a").with("a_json", "[1]").build());
        assertRefused(
                ErrorKind.INVALID_PARAMETER_VALUE,
                everything,
                anything("a").with("a_date", "today").build());
        assertRefused(
                ErrorKind.INVALID_PARAMETER_VALUE,
                everything,
                anything("a").with("a_direct", "{\"externalId\":\"x\"}").build());
        assertRefused(
                ErrorKind.INVALID_PARAMETER_VALUE,
                everything,
                anything("a").with("some_int64", Arrays.asList(1L, null)).build());
        assertRefused(
                ErrorKind.NUMERIC_VALUE_OUT_OF_RANGE,
                everything,
                anything("a").with("a_int32", 1L << 31).build());
        assertRefused(
                ErrorKind.NUMERIC_VALUE_OUT_OF_RANGE,
                everything,
                anything("a").with("a_float64", Double.NaN).build());
        assertRefused(
                ErrorKind.DATETIME_FIELD_OVERFLOW,
                everything,
                anything("a").with("a_timestamp", Long.MAX_VALUE).build());
        assertRefused(
                ErrorKind.DATETIME_FIELD_OVERFLOW,
                everything,
                anything("a").with("a_timestamp", 253_402_300_800_000_000L).build());
    }

    @Test
    void aMissingCapabilityIsNamed() {
        plant.cdf.emulator().access().grant("demo-client", List.of());

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(
                        () -> plant.insert(pumps, aPump("a").with("name", "A").build()))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INSUFFICIENT_PRIVILEGE))
                .satisfies(failure -> assertThat(failure.hint().orElseThrow())
                        .contains("dataModelInstancesAcl:WRITE")
                        .contains("spaces concerned"));
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> plant.rows(pumps))
                .satisfies(failure -> assertThat(failure.hint().orElseThrow()).contains("dataModelInstancesAcl:READ"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void lostAnswersAreAskedForAgain(boolean isBefore) {
        Fault lost = isBefore ? Fault.dropBefore() : Fault.dropAfter();
        plant.cdf.emulator().faults().next(1, APPLY, lost);
        plant.insert(pumps, aPump("a").with("name", "A").build());
        assertThat(plant.rows(pumps)).hasSize(1);

        plant.cdf.emulator().faults().next(1, DELETE, lost);
        delete(pumps, plant.rows(pumps).get(0));

        assertThat(plant.rows(pumps)).isEmpty();
    }

    private void delete(TableAdapter table, Row row) {
        table.requireDeleter()
                .delete(List.of(RowKey.of(table.table(), row).orElseThrow()), MissingRows.FAIL, plant.cdf.access());
    }

    private void update(TableAdapter table, Row row, String column, @Nullable Object value) {
        Column set = table.table().column(column);
        RowUpdate update = new RowUpdate(
                RowKey.of(table.table(), row).orElseThrow(), List.of(set), Row.owning(value), Optional.of(row));
        table.requireUpdater().check(update);
        table.requireUpdater().update(List.of(update), MissingRows.FAIL, plant.cdf.access());
    }

    @Test
    void updatesChangeWhatTheySetAndClear() {
        plant.insert(pumps, aPump("a").with("name", "A").with("flow", 1.5).build());

        update(pumps, plant.rows(pumps).get(0), "flow", null);

        assertThat(value(pumps, "a", "flow")).isNull();
        assertThat(value(pumps, "a", "name")).isEqualTo("A");
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> update(pumps, plant.rows(pumps).get(0), "name", null))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_NULL_VIOLATION));
    }

    @Test
    void edgesGetNewEnds() {
        plant.apply("{'instanceType':'node','space':'plant','externalId':'n'},"
                + "{'instanceType':'node','space':'plant','externalId':'m'}");
        Row edge = aRow(flows.table())
                .with("space", "plant")
                .with("external_id", "e")
                .with("type", node("flowsTo"))
                .with("start_node", node("n"))
                .with("end_node", node("n"))
                .with("rate", 1.0)
                .build();
        plant.insert(flows, edge);

        update(flows, plant.rows(flows).get(0), "end_node", node("m"));

        assertThat(value(flows, "e", "end_node")).isEqualTo(node("m"));
        assertThat(value(flows, "e", "start_node")).isEqualTo(node("n"));
        assertThat(value(flows, "e", "rate")).isEqualTo(1.0);
    }

    @Test
    void timestampsComeWithAnyOffset() {
        plant.apply("{'instanceType':'node','space':'plant','externalId':'a','sources':[{'source':"
                + EmulatedPlant.reference("All") + ",'properties':{'a_timestamp':'1970-01-01T02:00:00.5+02:00'}}]}");

        assertThat(value(everything, "a", "a_timestamp")).isEqualTo(500_000L);
    }

    @Test
    void relationsWithinTheTableWaitForEarlierBatches() {
        RowInserter inserter = everything.requireInserter();
        Row first = anything("a").with("a_direct", node("b")).build();
        Row second = anything("b").build();

        assertThat(inserter.dependsOnEarlier(List.of(first, second))).isFalse();
        assertThat(inserter.dependsOnEarlier(List.of(first))).isTrue();
        assertThat(inserter.dependsOnEarlier(List.of(
                        anything("c").with("some_direct", List.of(node("x"))).build())))
                .isTrue();
        // Parents are rows of another view.
        assertThat(pumps.requireInserter()
                        .dependsOnEarlier(
                                List.of(aPump("a").with("parent", node("b")).build())))
                .isFalse();
        assertThat(inserter.refersToOtherTables(first)).isTrue();
        assertThat(inserter.refersToOtherTables(second)).isFalse();
        assertThat(flows.requireInserter()
                        .refersToOtherTables(aRow(flows.table()).build()))
                .isTrue();
    }
}
