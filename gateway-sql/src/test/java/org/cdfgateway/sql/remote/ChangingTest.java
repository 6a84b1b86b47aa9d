package org.cdfgateway.sql.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.inbound.RemoteSession.RemoteResult;
import org.cdfgateway.domain.port.outbound.InMemoryTable;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowFixture;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.domain.write.RowUpdate;
import org.cdfgateway.sql.remote.write.WriteLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** UPDATE and DELETE, as postgres_fdw asks for them. */
class ChangingTest {
    private static final int NAME = BuiltInTables.ASSETS.position("name").orElseThrow();

    private final InMemoryTable assets = new InMemoryTable(BuiltInTables.ASSETS, 2)
            .with(asset(1, "a", "pump"), asset(2, "b", "valve"), asset(3, "c", "tank"))
            .writable(3, 2)
            .changeable(2, true);
    private final InMemoryTable rawRows = new InMemoryTable(BuiltInTables.RAW_ROWS, 100)
            .with(RowFixture.aRow(BuiltInTables.RAW_ROWS)
                    .with("_raw_database", "db")
                    .with("_raw_table", "t")
                    .with("_raw_key", "k")
                    .with("_raw_columns", "{\"x\": 1}")
                    .row())
            .writable(3, 2)
            .changeable(2, false);
    private final InMemoryTable units = new InMemoryTable(
            BuiltInTables.ALL.stream()
                    .filter(table -> table.name().equals("units"))
                    .findFirst()
                    .orElseThrow(),
            10);
    private final SessionFixtures fixture = new SessionFixtures(SessionFixtures.ROOMY, assets, rawRows, units);

    private static Row asset(long id, String externalId, String name) {
        return RowFixture.aRow(BuiltInTables.ASSETS)
                .with("id", id)
                .with("external_id", externalId)
                .with("name", name)
                .row();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void changesWhatAKeyNamesAtCommit() {
        fixture.run("START TRANSACTION");

        assertThat(fixture.run("UPDATE public.assets SET name = 'new'::text WHERE ((external_id = 'a'))"))
                .isEqualTo("UPDATE 1");
        assertThat(names()).containsExactly("pump", "valve", "tank");

        fixture.run("COMMIT TRANSACTION");
        assertThat(names()).containsExactly("new", "valve", "tank");
        assertThat(onlyUpdate().key().values()).containsExactly(1L);
    }

    @Test
    void discardsChangesOnRollback() {
        fixture.run(
                "START TRANSACTION; UPDATE public.assets SET name = 'new'; DELETE FROM public.assets; ABORT TRANSACTION");

        assertThat(names()).containsExactly("pump", "valve", "tank");
        assertThat(fixture.warnings()).isEmpty();
    }

    @Test
    void rowsThatDoNotExistAreNotCounted() {
        fixture.run("START TRANSACTION");

        assertThat(fixture.run(
                        "UPDATE public.assets SET name = 'x' WHERE ((external_id = ANY ('{a,nothing}'::text[])))"))
                .isEqualTo("UPDATE 1");
        assertThat(fixture.run("DELETE FROM public.assets WHERE ((id = ANY ('{2,77}'::bigint[])))"))
                .isEqualTo("DELETE 1");

        fixture.run("COMMIT TRANSACTION");
        assertThat(names()).containsExactly("x", "tank");
    }

    @Test
    void aLoneChangeByKeyIsOneRequest() {
        fixture.client().runningLoneChanges(true);
        fixture.run("START TRANSACTION");

        assertThat(fixture.execute(
                        "UPDATE public.assets SET name = $1::text WHERE ((external_id = ANY ($2::text[])))",
                        "x",
                        "{a,nothing}"))
                .isEqualTo("UPDATE 1");
        assertThat(assets.scans()).isEmpty();
        assertThat(names()).containsExactly("x", "valve", "tank");
        assertThat(fixture.run("DELETE FROM public.assets WHERE ((id = 2))")).isEqualTo("DELETE 1");
        assertThat(fixture.run("DELETE FROM public.assets WHERE ((id = 2))")).isEqualTo("DELETE 0");
        assertThat(names()).containsExactly("x", "tank");
        fixture.run("COMMIT TRANSACTION");
    }

    @Test
    void strictKeysMustExist() {
        fixture.client().withStrictKeys(true);
        fixture.run("START TRANSACTION");

        assertThat(fixture.run("DELETE FROM public.assets WHERE ((id = ANY ('{2,77}'::bigint[])))"))
                .isEqualTo("DELETE 2");
        assertThat(assets.scans()).isEmpty();
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> fixture.run("COMMIT TRANSACTION"))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.NO_DATA_FOUND));
        assertThat(names()).hasSize(3);
    }

    @Test
    void strictKeysMustExistWhereRowsAreReadFirst() {
        fixture.client().withStrictKeys(true);
        fixture.run("START TRANSACTION");

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(
                        () -> fixture.run(
                                "UPDATE public.raw_rows SET _raw_columns = '{}'::json WHERE"
                                        + " ((_raw_database = 'db')) AND ((_raw_table = 't')) AND ((_raw_key = ANY ('{k,l}'::text[])))"))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.NO_DATA_FOUND))
                .satisfies(failure -> assertThat(failure.detail())
                        .contains("Missing: (_raw_database, _raw_table, _raw_key)=(db, t, l)."));
    }

    @Test
    void evaluatesWhatItKnowsAndLeavesTheRestToPostgres() {
        fixture.evaluation()
                .teach(
                        "(((name ~~ $$%e%$$)))::boolean",
                        row -> String.valueOf(text(row.get("name")).contains("e")));
        fixture.evaluation()
                .teach("(upper(name))::text", row -> text(row.get("name")).toUpperCase(Locale.ROOT));
        fixture.run("START TRANSACTION");

        assertThat(fixture.run("UPDATE public.assets SET name = upper(name), description = external_id"
                        + " WHERE ((id < 3)) AND ((name ~~ $$%e%$$)) RETURNING id, name"))
                .isEqualTo("UPDATE 1");
        assertThat(names()).containsExactly("pump", "VALVE", "tank");
        assertThat(assets.scans().get(0).predicate()).hasToString("id < 3");
        assertThat(fixture.evaluation().asked()).containsExactly(2, 1);
        assertThat(onlyUpdate().values()).isEqualTo(Row.owning("VALVE", "b"));
    }

    @Test
    void changesRowsByAddress() {
        fixture.run("START TRANSACTION");
        fixture.declare("c1", "SELECT id, name, ctid FROM public.assets WHERE ((id > 1)) FOR UPDATE");
        List<Row> found = fixture.rows("FETCH 100 FROM c1");
        assertThat(found).hasSize(2);

        assertThat(fixture.execute(
                        "UPDATE public.assets SET name = $2 WHERE ctid = $1", address(found.get(0)), "changed"))
                .isEqualTo("UPDATE 1");
        RemoteResult deleted = fixture.result(
                "DELETE FROM public.assets WHERE ctid = $1 RETURNING name, external_id", address(found.get(1)));
        assertThat(SessionFixtures.drain(deleted)).containsExactly(Row.owning("tank", "c"));
        assertThat(deleted.tag()).isEqualTo("DELETE 1");
        fixture.run("CLOSE c1; COMMIT TRANSACTION");

        assertThat(names()).containsExactly("pump", "changed");
    }

    @Test
    void addressesEndWithTheirTransaction() {
        fixture.run("START TRANSACTION");
        fixture.declare("c1", "SELECT ctid FROM public.assets FOR UPDATE");
        String address = address(fixture.rows("FETCH 1 FROM c1").get(0));
        fixture.run("COMMIT TRANSACTION; START TRANSACTION");

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> fixture.execute("DELETE FROM public.assets WHERE ctid = $1", address))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.NO_DATA_FOUND));
    }

    @Test
    void handsRowsToUpdatersThatNeedThem() {
        fixture.run("START TRANSACTION");
        fixture.run("UPDATE public.raw_rows SET _raw_columns = '{\"x\": 2}'::json WHERE ((_raw_database = 'db'))"
                + " AND ((_raw_table = 't')) AND ((_raw_key = 'k'))");
        fixture.run("COMMIT TRANSACTION");

        RowUpdate update = rawRows.changes().updates().get(0).get(0);
        assertThat(update.current().orElseThrow().value(3)).isEqualTo("{\"x\": 1}");
        assertThat(rawRows.rows().get(0).value(3)).isEqualTo("{\"x\": 2}");
    }

    @Test
    void gathersChangesOfTheSameColumns() {
        fixture.run("START TRANSACTION");
        fixture.run("UPDATE public.assets SET name = 'x' WHERE ((id = 1))");
        fixture.run("UPDATE public.assets SET source = 'y' WHERE ((id = 2))");
        fixture.run("UPDATE public.assets SET name = 'z' WHERE ((id = 3))");
        fixture.run("COMMIT TRANSACTION");

        assertThat(assets.changes().updates()).extracting(List::size).containsExactlyInAnyOrder(2, 1);
    }

    @Test
    void changesOfOneRowComeInOrder() {
        fixture.run("START TRANSACTION");
        for (int i = 0; i < 5; i++) {
            fixture.run("UPDATE public.assets SET name = '" + i + "' WHERE ((id = 1))");
        }
        fixture.run("COMMIT TRANSACTION");

        assertThat(names().get(0)).isEqualTo("4");
    }

    @Test
    void aTransactionSeesItsOwnRowsInUpdateAndDelete() {
        fixture.run("START TRANSACTION");
        fixture.session().prepare("i", "INSERT INTO public.assets(external_id, name) VALUES ($1, $2)");
        fixture.session().execute("i", List.of("n", "1"));

        assertThat(fixture.run("UPDATE public.assets SET name = '2' WHERE ((external_id = 'n'))"))
                .isEqualTo("UPDATE 1");
        assertThat(fixture.run("DELETE FROM public.assets WHERE ((name = '1'))"))
                .isEqualTo("DELETE 0");
        assertThat(fixture.run("DELETE FROM public.assets WHERE ((external_id = 'n'))"))
                .isEqualTo("DELETE 1");
        assertThat(fixture.run("DELETE FROM public.assets WHERE ((external_id = 'n'))"))
                .isEqualTo("DELETE 0");
        fixture.session().execute("i", List.of("n", "3"));
        assertThat(fixture.run("UPDATE public.assets SET source = 's' WHERE ((name = '3'))"))
                .isEqualTo("UPDATE 1");
        fixture.run("COMMIT TRANSACTION");

        assertThat(names()).containsExactly("pump", "valve", "tank", "3");
        assertThat(assets.rows().get(3).value(8)).isEqualTo("s");
    }

    @Test
    void aReturnToASavepointDiscardsTheChangesSince() {
        fixture.run("START TRANSACTION");
        fixture.run("UPDATE public.assets SET name = 'x' WHERE ((id = 1)); SAVEPOINT s2");
        fixture.run("UPDATE public.assets SET name = 'y' WHERE ((id = 2)); DELETE FROM public.assets WHERE ((id = 3))");
        fixture.run("ROLLBACK TO SAVEPOINT s2; RELEASE SAVEPOINT s2; COMMIT TRANSACTION");

        assertThat(names()).containsExactly("x", "valve", "tank");
    }

    @Test
    void returnsWhatCdfStores() {
        fixture.run("START TRANSACTION");
        RemoteResult updated =
                fixture.result("UPDATE public.assets SET name = $1::text WHERE ((id < 3)) RETURNING id, name", "x");

        assertThat(SessionFixtures.drain(updated)).containsExactly(Row.owning(1L, "x"), Row.owning(2L, "x"));
        assertThat(updated.tag()).isEqualTo("UPDATE 2");
        assertThat(names()).containsExactly("x", "x", "tank");
        fixture.run("ABORT TRANSACTION");

        assertThat(fixture.warnings())
                .containsExactly(
                        "changes of rows of table \"assets\" that had been sent to CDF before the rollback and stay: 2");
    }

    @Test
    void deletionsAreRememberedAsSent() {
        fixture.client().runningLoneChanges(true);
        fixture.run("START TRANSACTION");
        fixture.run("DELETE FROM public.assets WHERE ((id = 1)); ABORT TRANSACTION");

        assertThat(fixture.warnings())
                .containsExactly(
                        "rows of table \"assets\" that had been deleted in CDF before the rollback and stay deleted: 1");
    }

    @Test
    void answersInsertReturningFromWhatTheClientGave() {
        fixture.run("START TRANSACTION");
        RemoteResult inserted = fixture.result(
                "INSERT INTO public.assets(id, external_id, name) VALUES ($1, $2, $3) RETURNING external_id, source",
                null,
                "n",
                "new");

        assertThat(SessionFixtures.drain(inserted)).containsExactly(Row.owning("n", null));
        assertThat(assets.rows()).hasSize(3);
        fixture.run("COMMIT TRANSACTION");
        assertThat(assets.rows()).hasSize(4);
    }

    @Test
    void boundsWhatAStatementReturns() {
        try (SessionFixtures tight = new SessionFixtures(new WriteLimits(10, 1_000, 16), assets)) {
            tight.run("START TRANSACTION");

            assertThatExceptionOfType(GatewayException.class)
                    .isThrownBy(() -> tight.rows("UPDATE public.assets SET name = 'x'::text RETURNING id"))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.PROGRAM_LIMIT_EXCEEDED));
            tight.run("ABORT TRANSACTION");

            assertThat(assets.rows()).extracting(row -> row.value(NAME)).containsExactly("x", "x", "tank");
            assertThat(tight.warnings()).singleElement().asString().contains("2");
        }
    }

    @Test
    void boundsWhatItRemembersOfRows() {
        try (SessionFixtures tight = new SessionFixtures(new WriteLimits(10, 1_000, 16), assets)) {
            tight.run("START TRANSACTION");
            tight.declare("c1", "SELECT ctid FROM public.assets FOR UPDATE");

            assertThatExceptionOfType(GatewayException.class)
                    .isThrownBy(() -> tight.rows("FETCH 100 FROM c1"))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.PROGRAM_LIMIT_EXCEEDED))
                    .satisfies(
                            failure -> assertThat(failure.hint().orElseThrow()).startsWith("Split the statement"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            UPDATE public.assets SET id = 5                                       | GENERATED_ALWAYS
            UPDATE public.assets SET created_time = '2024-01-01 00:00:00+00'      | GENERATED_ALWAYS
            UPDATE public.assets SET name = NULL::text WHERE ((id = 1))           | NOT_NULL_VIOLATION
            UPDATE public.assets SET nothing = 5                                  | UNDEFINED_COLUMN
            UPDATE public.nothing SET name = 'x'                                  | UNDEFINED_TABLE
            UPDATE public.units SET name = 'x'                                    | FEATURE_NOT_SUPPORTED
            DELETE FROM public.units                                              | FEATURE_NOT_SUPPORTED
            EXPLAIN SELECT name, ctid FROM public.units FOR UPDATE                | FEATURE_NOT_SUPPORTED
            SELECT name FROM public.assets FOR UPDATE                             | FEATURE_NOT_SUPPORTED
            SELECT name, ctid FROM public.assets ORDER BY name ASC NULLS LAST FOR UPDATE | FEATURE_NOT_SUPPORTED
            UPDATE public.assets SET name = 'x', name = 'y'                       | SYNTAX_ERROR
            UPDATE public.assets SET name WHERE ((id = 5))                        | SYNTAX_ERROR
            DELETE public.assets                                                  | SYNTAX_ERROR
            """)
    void refusesEarly(String sql, ErrorKind kind) {
        fixture.run("START TRANSACTION");

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> fixture.execute(sql))
                .satisfies(failure ->
                        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind));
    }

    @Test
    void advisesAgainstAnOrder() {
        Row unsorted = fixture.rows("EXPLAIN SELECT name, ctid FROM public.assets FOR UPDATE")
                .get(0);
        Row sorted = fixture.rows(
                        "EXPLAIN SELECT name, ctid FROM public.assets ORDER BY name ASC NULLS LAST FOR UPDATE")
                .get(0);

        assertThat(text(unsorted.value(0))).contains("cost=100.00..100.");
        assertThat(text(sorted.value(0))).contains("..1000000000");
    }

    @Test
    void checksLengths() {
        fixture.run("START TRANSACTION");

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> fixture.execute("UPDATE public.assets SET name = $1::text", "x".repeat(141)))
                .withMessage("value too long for type character varying(140)");
        fixture.run("ABORT TRANSACTION; START TRANSACTION");
        fixture.execute("UPDATE public.assets SET name = $1::text WHERE ((id = 1))", "x".repeat(140) + "  ");
        fixture.run("COMMIT TRANSACTION");
        assertThat(names().get(0)).isEqualTo("x".repeat(140));
    }

    private List<String> names() {
        return assets.rows().stream().map(row -> text(row.value(2))).toList();
    }

    private RowUpdate onlyUpdate() {
        assertThat(assets.changes().updates()).hasSize(1);
        assertThat(assets.changes().updates().get(0)).hasSize(1);
        return assets.changes().updates().get(0).get(0);
    }

    private static String address(Row row) {
        return text(row.value(row.size() - 1));
    }

    private static String text(@Nullable Object value) {
        return (String) Objects.requireNonNull(value);
    }
}
