package org.cdfgateway.cdf.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cdfgateway.domain.scan.ComparisonOperator.EQUAL;
import static org.cdfgateway.domain.scan.ComparisonOperator.GREATER;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.ASSETS;
import static org.cdfgateway.domain.table.builtin.BuiltInTables.EVENTS;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.cdfgateway.cdf.EmulatedCdf;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.emulator.Volume;
import org.cdfgateway.emulator.fault.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassicReadIT {
    private static final int ASSET_COUNT = 2_500;
    private static final int EVENT_COUNT = 25_000;
    private static final String LIST_ASSETS = "POST /assets/list";
    private static final String LIST_EVENTS = "POST /events/list";

    private final EmulatedCdf cdf = EmulatedCdf.with(new Volume(ASSET_COUNT, EVENT_COUNT, 0, 0));

    @BeforeEach
    void reset() {
        cdf.emulator().resetRequests();
        cdf.emulator().faults().clear();
    }

    @AfterAll
    void stop() {
        cdf.close();
    }

    private static Predicate in(String column, List<?> constants) {
        return new Predicate.In(ASSETS.column(column), List.copyOf(constants));
    }

    private List<?> values(String column) {
        return cdf.rows(ASSETS, Predicate.all()).stream()
                .map(row -> row.value(ASSETS.position(column).orElseThrow()))
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void theFirstPageCostsOneRequest() {
        try (RowReader reader = cdf.reader(ASSETS, Predicate.all())) {
            assertThat(Objects.requireNonNull(reader.next()).size()).isEqualTo(1_000);
        }

        assertThat(cdf.emulator().requests(LIST_ASSETS)).isEqualTo(1);
    }

    @Test
    void readsEveryRowOnce() {
        List<Row> rows = cdf.rows(ASSETS, Predicate.all());

        assertThat(rows).hasSize(ASSET_COUNT).doesNotHaveDuplicates();
        assertThat(cdf.emulator().requests(LIST_ASSETS)).isEqualTo(3);
    }

    @Test
    void readsLargeTablesInPartitionsOnceTheEstimateSaysSo() {
        assertThat(cdf.adapter(EVENTS).estimateRows(Scan.everything(EVENTS), cdf.access()))
                .isEqualTo(EVENT_COUNT);

        try (RowReader reader = cdf.reader(EVENTS, Predicate.all())) {
            reader.next();
            assertThat(cdf.emulator().requests(LIST_EVENTS)).isEqualTo(1);
        }
        List<Row> rows = cdf.rows(EVENTS, Predicate.all());

        assertThat(rows).hasSize(EVENT_COUNT).doesNotHaveDuplicates();
        assertThat(cdf.emulator().requests(LIST_EVENTS)).isBetween(26L, 45L);
    }

    @Test
    void estimatesAreRemembered() {
        cdf.adapter(EVENTS).estimateRows(Scan.everything(EVENTS), cdf.access());
        cdf.emulator().resetRequests();

        cdf.adapter(EVENTS).estimateRows(Scan.everything(EVENTS), cdf.access());

        assertThat(cdf.emulator().requests("POST /events/aggregate")).isZero();
    }

    @Test
    void estimatesOfKeysAreTheirNumber() {
        Scan scan = new Scan(ASSETS, Set.copyOf(ASSETS.columns()), in("id", List.of(1L, 2L, 3L)));

        assertThat(cdf.adapter(ASSETS).estimateRows(scan, cdf.access())).isEqualTo(3);
    }

    @Test
    void looksUpKeysInGroups() {
        List<?> ids = values("id");
        cdf.emulator().resetRequests();

        List<Row> rows = cdf.rows(ASSETS, in("id", ids));

        assertThat(rows).hasSize(ASSET_COUNT).doesNotHaveDuplicates();
        assertThat(cdf.emulator().requests("POST /assets/byids")).isEqualTo(3);
        assertThat(cdf.emulator().requests(LIST_ASSETS)).isZero();
    }

    @Test
    void unknownKeysAreIgnored() {
        assertThat(cdf.rows(ASSETS, in("external_id", List.of("no such asset"))))
                .isEmpty();
        assertThat(cdf.rows(ASSETS, in("id", List.of(1L)))).isEmpty();
    }

    @Test
    void anItemNamedByBothKeysComesOnce() {
        Row row = cdf.rows(ASSETS, Predicate.all()).stream()
                .filter(asset -> asset.value(1) != null)
                .findFirst()
                .orElseThrow();
        Predicate either = new Predicate.Or(List.of(
                in("id", List.of(Objects.requireNonNull(row.value(0)))),
                in("external_id", List.of(Objects.requireNonNull(row.value(1))))));

        assertThat(cdf.rows(ASSETS, either)).containsExactly(row);
    }

    @Test
    void nothingIsAskedWhenNothingCanMatch() {
        assertThat(cdf.rows(ASSETS, Predicate.none())).isEmpty();

        assertThat(cdf.emulator().requests()).isEmpty();
    }

    @Test
    void passingFaultsAreNotNoticed() {
        cdf.emulator().faults().next(1, LIST_ASSETS, Fault.status(503)).next(1, LIST_ASSETS, Fault.dropBefore());

        assertThat(cdf.rows(ASSETS, Predicate.all())).hasSize(ASSET_COUNT).doesNotHaveDuplicates();
    }

    @Test
    void faultsThatStayFailTheRead() {
        cdf.emulator().faults().next(3, LIST_ASSETS, Fault.status(429));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> cdf.rows(ASSETS, Predicate.all()))
                .withMessage("could not list assets: CDF throttles requests")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.CONFIGURATION_LIMIT_EXCEEDED));
    }

    @Test
    void aRevokedTokenIsReplaced() {
        cdf.rows(ASSETS, Predicate.all());
        cdf.emulator().access().revokeTokens("demo-client");

        assertThat(cdf.rows(ASSETS, Predicate.all())).hasSize(ASSET_COUNT);
    }

    @Test
    void closingEndsAWaitingNextAtOnce() throws Exception {
        cdf.emulator().faults().next(1, LIST_ASSETS, Fault.delay(Duration.ofMinutes(1)));
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            RowReader reader = cdf.reader(ASSETS, Predicate.all());
            Future<?> waiting = threads.submit(reader::next);
            Awaitility.await("the request arrives").until(() -> cdf.emulator().requests(LIST_ASSETS) == 1);

            reader.close();

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(waiting::get)
                    .withMessageContaining("the read was canceled");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void filtersAreAnsweredByCdf() {
        Row row = cdf.rows(EVENTS, Predicate.all()).get(0);
        Object startTime =
                Objects.requireNonNull(row.value(EVENTS.position("start_time").orElseThrow()));
        Predicate predicate = new Predicate.And(List.of(
                new Predicate.Comparison(EVENTS.column("start_time"), EQUAL, startTime),
                new Predicate.Comparison(EVENTS.column("created_time"), GREATER, 0L)));

        List<Row> rows = cdf.rows(EVENTS, predicate);

        assertThat(rows).contains(row).allMatch(found -> predicate.matches(EVENTS, found));
        assertThat(Stream.of(rows.size())).allMatch(size -> size < EVENT_COUNT);
    }
}
