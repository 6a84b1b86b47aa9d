package org.cdfgateway.cdf.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cdfgateway.cdf.RowBuilder.aRow;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.ASSETS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EVENTS;

import java.util.List;
import java.util.stream.IntStream;
import org.cdfgateway.cdf.EmulatedCdf;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.PartialWriteException;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.emulator.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClassicWriteIT {
    private static final String CREATE = "POST /assets";

    private final EmulatedCdf cdf = EmulatedCdf.empty();

    @AfterEach
    void stop() {
        cdf.close();
    }

    private static Row anAsset(String externalId) {
        return aRow(ASSETS).with("external_id", externalId).with("name", "Pump").build();
    }

    private static Row aChild(String externalId, String parent) {
        return aRow(ASSETS)
                .with("external_id", externalId)
                .with("name", "Pump")
                .with("parent_external_id", parent)
                .build();
    }

    @Test
    void returnsWhatCdfHasStored() {
        List<Row> stored = cdf.insert(ASSETS, aChild("child", "root"), anAsset("root"));

        assertThat(stored).extracting(row -> row.value(1)).containsExactly("child", "root");
        assertThat(stored).allSatisfy(row -> assertThat(row.value(0)).isInstanceOf(Long.class));
        assertThat(stored.get(0).value(ASSETS.position("parent_id").orElseThrow()))
                .isEqualTo(stored.get(1).value(0));
        assertThat(cdf.rows(ASSETS, Predicate.all())).containsExactlyInAnyOrderElementsOf(stored);
    }

    @Test
    void aTakenKeyIsAUniqueViolation() {
        cdf.insert(ASSETS, anAsset("a"));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> cdf.insert(ASSETS, anAsset("b"), anAsset("a")))
                .withMessage("could not create assets: CDF has items with these keys already")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.UNIQUE_VIOLATION))
                .satisfies(
                        failure -> assertThat(failure.detail().orElseThrow()).startsWith("Duplicated: externalId: a."));
    }

    @Test
    void anUnknownReferenceIsRefused() {
        Row event = aRow(EVENTS).with("asset_ids", List.of(12_345L)).build();

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> cdf.insert(EVENTS, event))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.FOREIGN_KEY_VIOLATION))
                .satisfies(failure -> assertThat(failure.detail().orElseThrow()).contains("Missing: id: 12345."));
    }

    @Test
    void aMissingCapabilityIsNamed() {
        cdf.emulator().access().grant("demo-client", List.of());

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> cdf.insert(ASSETS, anAsset("a")))
                .withMessage("not allowed to create assets in CDF")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INSUFFICIENT_PRIVILEGE))
                .satisfies(failure -> assertThat(failure.hint().orElseThrow()).contains("assetsAcl:WRITE"));
    }

    @Test
    void aCreateThatMayHaveHappenedIsNotRepeated() {
        cdf.emulator().faults().next(1, CREATE, Fault.dropAfter());

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() ->
                        cdf.insert(ASSETS, aRow(ASSETS).with("name", "Pump").build()))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.IO_ERROR));
        assertThat(cdf.emulator().requests(CREATE)).isEqualTo(1);
        assertThat(cdf.rows(ASSETS, Predicate.all())).hasSize(1);
    }

    @Test
    void rowsThatNobodyLooksAtAreStoredAsWell() {
        RowInserter inserter = cdf.adapter(ASSETS).requireInserter();
        cdf.emulator().faults().next(1, CREATE, Fault.dropAfter());

        inserter.insertOnly(List.of(anAsset("lost"), anAsset("found")), cdf.access());
        inserter.insertOnly(List.of(anAsset("a")), cdf.access());

        assertThat(cdf.rows(ASSETS, Predicate.all()))
                .extracting(row -> row.value(1))
                .containsExactlyInAnyOrder("lost", "found", "a");
        assertThat(cdf.emulator().requests(CREATE)).isEqualTo(2);
    }

    @Test
    void aThrottledCreateIsRepeated() {
        cdf.emulator().faults().next(2, CREATE, Fault.status(429));

        assertThat(cdf.insert(ASSETS, anAsset("a"))).hasSize(1);
    }

    @Test
    void manyRowsGoIntoSeveralRequests() {
        List<Row> stored = cdf.insert(
                ASSETS,
                IntStream.range(0, 2_500).mapToObj(i -> anAsset("a" + i)).toList());

        assertThat(stored).hasSize(2_500);
        assertThat(cdf.emulator().requests(CREATE)).isEqualTo(3);
    }

    @Test
    void aFailureAfterAnAcceptedRequestSaysHowMuchIsStored() {
        cdf.insert(ASSETS, anAsset("a1999"));

        assertThatExceptionOfType(PartialWriteException.class)
                .isThrownBy(() -> cdf.insert(
                        ASSETS,
                        IntStream.range(0, 2_000)
                                .mapToObj(i -> anAsset("a" + i))
                                .toList()))
                .satisfies(failure -> assertThat(failure.acceptedRows()).isEqualTo(1_000))
                .satisfies(failure -> assertThat(failure.failure().kind()).isEqualTo(ErrorKind.UNIQUE_VIOLATION));
    }
}
