package org.cdfgateway.sql.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.inbound.RemoteSession.ResultColumn;
import org.cdfgateway.domain.port.inbound.RemoteSession.TransactionStatus;
import org.cdfgateway.domain.port.outbound.InMemoryTable;
import org.cdfgateway.domain.port.outbound.PartialWriteException;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowFixture;
import org.cdfgateway.domain.table.SqlType;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WritingTest {
    private final InMemoryTable assets = new InMemoryTable(BuiltInTables.ASSETS, 100).writable(3, 2);
    private final InMemoryTable events = new InMemoryTable(BuiltInTables.EVENTS, 100).writable(3, 2);
    private final InMemoryTable rawTables = new InMemoryTable(BuiltInTables.RAW_TABLES, 100);
    private final SessionFixtures fixture = new SessionFixtures(SessionFixtures.ROOMY, assets, events, rawTables);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void holdsRowsBackUntilCommit() {
        fixture.run("START TRANSACTION");

        assertThat(fixture.insertAssets("a", "b").tag()).isEqualTo("INSERT 0 2");
        assertThat(assets.rows()).isEmpty();

        assertThat(fixture.run("COMMIT TRANSACTION")).isEqualTo("COMMIT");
        assertThat(names()).containsExactly("a", "b");
        assertThat(fixture.session().status()).isEqualTo(TransactionStatus.IDLE);
    }

    @Test
    void gathersRowsToBatches() {
        fixture.run("START TRANSACTION");
        fixture.insertAssets("a", "b");
        fixture.insertAssets("c", "d");

        fixture.run("COMMIT TRANSACTION");

        assertThat(assets.inserts().batches()).extracting(List::size).containsExactlyInAnyOrder(3, 1);
    }

    @Test
    void abortDiscardsRowsThatWereHeld() {
        fixture.run("START TRANSACTION");
        fixture.insertAssets("a");

        fixture.run("ABORT TRANSACTION");
        fixture.run("START TRANSACTION; COMMIT TRANSACTION");

        assertThat(assets.rows()).isEmpty();
        assertThat(fixture.warnings()).isEmpty();
    }

    @Test
    void aReturnToASavepointDiscardsTheRowsSince() {
        fixture.run("START TRANSACTION");
        fixture.insertAssets("a");
        fixture.run("SAVEPOINT s2");
        fixture.insertAssets("b", "c", "d", "e");
        fixture.run("SAVEPOINT s3");
        fixture.insertAssets("f");
        fixture.run("RELEASE SAVEPOINT s3; ROLLBACK TO SAVEPOINT s2; RELEASE SAVEPOINT s2");
        fixture.insertAssets("g");

        fixture.run("COMMIT TRANSACTION");

        assertThat(names()).containsExactly("a", "g");
        assertThat(assets.inserts().batches()).hasSize(1);
    }

    @Test
    void aReturnToASavepointMendsAFailedTransaction() {
        fixture.run("START TRANSACTION");
        fixture.insertAssets("a");
        fixture.run("SAVEPOINT s2");
        assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> fixture.run("FETCH 1 FROM nothing"));

        fixture.run("ROLLBACK TO SAVEPOINT s2; RELEASE SAVEPOINT s2; COMMIT TRANSACTION");

        assertThat(names()).containsExactly("a");
    }

    @Test
    void commitOfAFailedTransactionRollsBack() {
        fixture.run("START TRANSACTION");
        fixture.insertAssets("a");
        assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> fixture.run("FETCH 1 FROM nothing"));

        assertThat(fixture.run("COMMIT TRANSACTION")).isEqualTo("ROLLBACK");
        assertThat(assets.rows()).isEmpty();
    }

    @Test
    void insertsByTextsThatComeAgain() {
        fixture.run("START TRANSACTION");
        for (int rows = 1; rows <= 6; rows++) {
            fixture.insertAssets(Collections.nCopies(rows, "x").toArray(String[]::new));
            fixture.insertAssets(Collections.nCopies(rows, "y").toArray(String[]::new));
        }
        fixture.run("COMMIT TRANSACTION");

        assertThat(assets.rows()).hasSize(42);
    }

    @Test
    void checksRowsAtOnce() {
        fixture.run("START TRANSACTION");
        fixture.session().prepare("i", "INSERT INTO public.assets(name, source) VALUES ($1, $2), ($3, $4)");

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> fixture.session().execute("i", Arrays.asList("a", "x", null, "x")))
                .withMessage("column \"name\" needs a value")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_NULL_VIOLATION))
                .satisfies(failure -> assertThat(failure.detail()).contains("Row 2 of a batch of 2 rows."));
        assertThat(fixture.session().status()).isEqualTo(TransactionStatus.FAILED);
    }

    @Test
    void returningSendsAtOnce() {
        fixture.run("START TRANSACTION");
        fixture.session().prepare("i", "INSERT INTO public.assets(id, name) VALUES ($1, $2) RETURNING id, name");

        List<Row> rows = SessionFixtures.drain(fixture.session().execute("i", Arrays.asList(null, "a")));

        assertThat(fixture.session().describe("i"))
                .containsExactly(
                        new ResultColumn("id", SqlType.BIGINT), new ResultColumn("name", SqlType.varchar(140)));
        assertThat(rows).containsExactly(Row.owning(1_001L, "a"));
        fixture.run("ABORT TRANSACTION");
        assertThat(fixture.warnings())
                .containsExactly(
                        "rows of table \"assets\" that had been sent to CDF before the rollback and stay there: 1");
    }

    @Test
    void returningSendsWhatItsRowsMayReferTo() {
        assets.inserts().dependingOnEarlier(rows -> rows.stream().anyMatch(row -> row.value(4) != null));
        fixture.run("START TRANSACTION");
        fixture.insertAssets("parent");
        fixture.session()
                .prepare("i", "INSERT INTO public.assets(name, parent_external_id) VALUES ($1, $2) RETURNING id");

        fixture.session().execute("i", List.of("child", "p"));

        assertThat(names()).containsExactly("parent", "child");
    }

    @Test
    void aFailedReturningCanBeUndoneWithASavepoint() {
        fixture.run("START TRANSACTION");
        fixture.insertAssets("a");
        fixture.run("SAVEPOINT s2");
        assets.inserts().beforeInsert(rows -> {
            throw new GatewayException(ErrorKind.UNIQUE_VIOLATION, "there is one already");
        });
        fixture.session().prepare("i", "INSERT INTO public.assets(name) VALUES ($1) RETURNING id");
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> fixture.session().execute("i", List.of("b")))
                .withMessage("there is one already");
        assets.inserts().beforeInsert(rows -> {});

        fixture.run("ROLLBACK TO SAVEPOINT s2; RELEASE SAVEPOINT s2; COMMIT TRANSACTION");

        assertThat(names()).containsExactly("a");
    }

    @Test
    void aFailureAtCommitTellsWhatStays() {
        AtomicInteger batches = new AtomicInteger();
        assets.inserts().dependingOnEarlier(rows -> true).beforeInsert(rows -> {
            if (batches.incrementAndGet() == 2) {
                throw new PartialWriteException(
                        1,
                        new GatewayException(ErrorKind.UNIQUE_VIOLATION, "there is one already")
                                .withDetail("Duplicated: e."));
            }
        });
        fixture.run("START TRANSACTION");
        fixture.insertAssets("a", "b", "c", "d", "e", "f", "g");

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> fixture.run("COMMIT TRANSACTION"))
                .withMessage("there is one already")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.UNIQUE_VIOLATION))
                .satisfies(failure -> assertThat(failure.detail())
                        .contains("Duplicated: e.\n"
                                + "Rows of this transaction that CDF has accepted and keeps: 4 of \"assets\"."));
        assertThat(fixture.session().status()).isEqualTo(TransactionStatus.FAILED);
        fixture.run("ABORT TRANSACTION");
        assertThat(fixture.warnings()).as("the error has told it already").isEmpty();
        assertThat(names()).containsExactly("a", "b", "c");
    }

    @Test
    void anUnforeseenFailureIsAnInternalError() {
        assets.inserts().beforeInsert(rows -> {
            throw new IllegalStateException("bug");
        });
        fixture.run("START TRANSACTION");
        fixture.insertAssets("a");

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> fixture.run("COMMIT TRANSACTION"))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL_ERROR))
                .withRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void rowsOutsideOfATransactionAreSentAtOnce() {
        fixture.insertAssets("a");

        assertThat(names()).containsExactly("a");
    }

    @Test
    void keepsTheOrderOfTablesThatReferToEachOther() {
        fixture.run("START TRANSACTION");
        fixture.insertAssets("a");
        insertEvent("e1");
        fixture.insertAssets("b");
        insertEvent("e2");

        fixture.run("COMMIT TRANSACTION");

        assertThat(assets.inserts().batches()).hasSize(2);
        assertThat(events.inserts().batches()).hasSize(2);
    }

    @Test
    void gathersRowsOfIndependentTablesAcrossOthers() {
        assets.inserts().independentOfOtherTables();
        fixture.run("START TRANSACTION");
        fixture.insertAssets("a");
        insertEvent("e1");
        fixture.insertAssets("b");
        insertEvent("e2");

        fixture.run("COMMIT TRANSACTION");

        assertThat(assets.inserts().batches()).hasSize(1);
        assertThat(events.inserts().batches()).hasSize(1);
    }

    @Test
    void readsValuesOfEveryType() {
        fixture.run("START TRANSACTION");
        fixture.session()
                .prepare(
                        "i",
                        "INSERT INTO public.events(external_id, start_time, metadata, asset_ids) VALUES ($1, $2, $3, $4)");
        fixture.session().execute("i", List.of("e", "1970-01-01 00:00:01+00", "{\"a\":1}", "{1,2}"));

        fixture.run("COMMIT TRANSACTION");

        assertThat(events.inserts().batches().get(0))
                .containsExactly(RowFixture.aRow(BuiltInTables.EVENTS)
                        .with("external_id", "e")
                        .with("start_time", 1_000_000L)
                        .with("metadata", "{\"a\":1}")
                        .with("asset_ids", List.of(1L, 2L))
                        .row());
    }

    @Test
    void listsHoldNoNulls() {
        fixture.run("START TRANSACTION");
        fixture.session().prepare("i", "INSERT INTO public.events(asset_ids) VALUES ($1)");

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> fixture.session().execute("i", List.of("{1,NULL}")))
                .withMessage("column \"asset_ids\" cannot hold a null element: {1,NULL}");
    }

    @Test
    void readOnlyTablesSaySo() {
        fixture.run("START TRANSACTION");

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(
                        () -> fixture.session().prepare("i", "INSERT INTO public.raw_tables(_raw_table) VALUES ($1)"))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.FEATURE_NOT_SUPPORTED));
    }

    @Test
    void aWrongNumberOfParametersIsAnError() {
        fixture.run("START TRANSACTION");
        fixture.session().prepare("i", "INSERT INTO public.assets(name, source) VALUES ($1, $2)");

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> fixture.session().execute("i", List.of("a")))
                .withMessage("INSERT got 1 parameters (expected: 2)");
    }

    private void insertEvent(String externalId) {
        fixture.session().prepare("", "INSERT INTO public.events(external_id) VALUES ($1)");
        fixture.session().execute("", List.of(externalId));
    }

    private List<Object> names() {
        return assets.rows().stream()
                .map(row -> (Object) String.valueOf(row.value(2)))
                .toList();
    }
}
