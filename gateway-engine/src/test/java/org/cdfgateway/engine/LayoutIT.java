package org.cdfgateway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cdfgateway.engine.EngineLogins.connect;
import static org.cdfgateway.engine.EngineLogins.run;
import static org.cdfgateway.engine.EngineLogins.stateOf;

import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reading and writing through a user's database, with plain tables at the other end. */
class LayoutIT {

    private static final String LONG_NAME = "n".repeat(1_000);

    @TempDir
    static Path state;

    private static RemoteTables remote;
    private static EmbeddedEngine engine;

    private Connection session;
    private Connection behind;

    @BeforeAll
    static void startEngine() {
        remote = RemoteTables.start(state, BuiltInTables.ALL);
        engine = EmbeddedEngine.start(EngineSettings.in(state), BuiltInTables.ALL, remote.endpoint());
    }

    @AfterAll
    static void stopEngine() {
        engine.close();
        remote.close();
    }

    @BeforeEach
    void connectToBothEnds() throws SQLException {
        session = connect(engine.provide("alice"));
        behind = remote.connect();
        run(behind, "TRUNCATE assets, events");
    }

    @AfterEach
    void disconnect() throws SQLException {
        session.close();
        behind.close();
    }

    @Test
    void readsAllTables() throws SQLException {
        for (TableDefinition table : BuiltInTables.ALL) {
            assertThat(run(session, "SELECT * FROM " + table.name())).isEmpty();
        }
    }

    @Test
    void readsTextsThatAreLongerThanDeclared() throws SQLException {
        run(behind, "INSERT INTO assets (id, name) VALUES (1, '" + LONG_NAME + "')");

        assertThat(run(session, "SELECT name FROM assets WHERE id = 1")).containsExactly(LONG_NAME);
    }

    @Test
    void shipsLeakproofConditionsOnly() throws SQLException {
        assertThat(run(session, "EXPLAIN VERBOSE SELECT id FROM assets WHERE id = 5 AND name ILIKE 'n%'"))
                .anyMatch(line -> line != null && line.contains("Remote SQL") && line.contains("((id = 5))"))
                .anyMatch(line -> line != null && line.contains("Filter") && line.contains("~~*"));
    }

    @Test
    void insertsThroughTheView() throws SQLException {
        run(session, "INSERT INTO assets (name, external_id) SELECT 'a' || g, g FROM generate_series(1, 3) g");

        assertThat(run(behind, "SELECT name || external_id FROM assets ORDER BY 1"))
                .containsExactly("a11", "a22", "a33");
    }

    @Test
    void checksDeclaredLengthsOnInsert() {
        assertThat(stateOf(session, "INSERT INTO assets (name) VALUES ('" + LONG_NAME + "')"))
                .isEqualTo("22001");
    }

    @Test
    void copiesIntoTheCopyTarget() throws Exception {
        long rows = session.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY cdf_copy.assets (name) FROM STDIN", new StringReader("a\nb\n"));

        assertThat(rows).isEqualTo(2);
        assertThat(run(behind, "SELECT name FROM assets ORDER BY 1")).containsExactly("a", "b");
    }

    @Test
    void checksDeclaredLengthsOnCopy() {
        assertThat(stateOf(session, "INSERT INTO cdf_copy.assets (name) VALUES ('" + LONG_NAME + "')"))
                .isEqualTo("22001");
    }

    @Test
    void rollsBackAtTheOtherEnd() throws SQLException {
        run(
                session,
                "BEGIN; INSERT INTO assets (name) VALUES ('a'); SAVEPOINT s;"
                        + " INSERT INTO assets (name) VALUES ('b'); ROLLBACK TO s; COMMIT");

        assertThat(run(behind, "SELECT name FROM assets")).containsExactly("a");
    }

    @Test
    void showsNamesTypesAndComments() throws SQLException {
        for (TableDefinition table : BuiltInTables.ALL) {
            assertThat(run(session, "SELECT obj_description('public." + table.name() + "'::regclass)"))
                    .containsExactly(table.comment());
            assertThat(run(
                            session,
                            "SELECT attname || ' ' || format_type(atttypid, atttypmod) || ' ' ||"
                                    + " col_description(attrelid, attnum) FROM pg_attribute WHERE attnum > 0 AND attrelid ="
                                    + " 'public." + table.name() + "'::regclass ORDER BY attnum"))
                    .containsExactlyElementsOf(
                            table.columns().stream().map(LayoutIT::description).toList());
        }
    }

    @Test
    void showsLengthsToDrivers() throws SQLException {
        try (ResultSet columns = session.getMetaData().getColumns(null, "public", "assets", "external_id")) {
            assertThat(columns.next()).isTrue();
            assertThat(columns.getInt("COLUMN_SIZE"))
                    .isEqualTo(BuiltInTables.ASSETS
                            .column("external_id")
                            .type()
                            .maxLength()
                            .orElseThrow());
        }
    }

    @Test
    void postgresFdwPresentsTheTokenOfTheStartUpMessage() throws SQLException {
        try (Connection bound =
                EngineLogins.connectWithOptions(engine.provide("alice"), "-c postgres_fdw.application_name=token-1")) {
            run(bound, "DISCARD ALL");
            run(bound, "SELECT count(*) FROM assets; INSERT INTO assets (name) VALUES ('a')");

            assertThat(run(behind, "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'token-1'"))
                    .containsExactly("1");
        }
    }

    @Test
    void refusesWithTheGivenError() {
        ServerErrorMessage error = errorOf("SELECT cdf.refuse('feature_not_supported', 'no', 'because', 'do')");

        assertThat(error.getSQLState()).isEqualTo("0A000");
        assertThat(error.getMessage()).isEqualTo("no");
        assertThat(error.getDetail()).isEqualTo("because");
        assertThat(error.getHint()).isEqualTo("do");
    }

    @Test
    void refusesWithoutDetailAndHint() {
        ServerErrorMessage error = errorOf("SELECT cdf.refuse('insufficient_privilege', 'no', NULL, NULL)");

        assertThat(error.getSQLState()).isEqualTo("42501");
        assertThat(error.getDetail()).isNull();
        assertThat(error.getHint()).isNull();
    }

    @Test
    void sortsByCodePointAndKnowsAllLetters() throws SQLException {
        assertThat(run(session, "SELECT x FROM (VALUES ('é'), ('z'), ('Z'), ('a')) v (x) ORDER BY x"))
                .containsExactly("Z", "a", "z", "é");
        assertThat(run(session, "SELECT upper('é') || lower('Ä')")).containsExactly("Éä");
    }

    @Test
    void keepsSettingsOfSetConfigAsLongAsPostgresDoes() throws SQLException {
        run(session, "BEGIN; SELECT set_config('search_path', 'cdf', true)");
        assertThat(run(session, "SHOW search_path")).containsExactly("cdf");
        run(session, "COMMIT");
        assertThat(run(session, "SHOW search_path")).containsExactly("\"$user\", public");
        run(session, "BEGIN; SELECT set_config('search_path', 'cdf', false); ROLLBACK");
        assertThat(run(session, "SHOW search_path")).containsExactly("\"$user\", public");
        run(session, "SELECT set_config('search_path', 'public', false)");
        assertThat(run(session, "SHOW search_path")).containsExactly("public");
    }

    @Test
    void undoesASettingThatPassesItsBound() throws SQLException {
        assertThat(stateOf(session, "SELECT set_config('work_mem', '10GB', false)"))
                .isEqualTo("42501");

        assertThat(run(session, "SHOW work_mem")).containsExactly("16MB");
    }

    @Test
    void showsOneSetConfig() throws SQLException {
        assertThat(run(session, "SELECT 'set_config'::regproc")).containsExactly("set_config");
        assertThat(run(session, "SELECT count(*) FROM pg_proc WHERE proname = 'set_config'"))
                .containsExactly("1");
    }

    private ServerErrorMessage errorOf(String sql) {
        try {
            throw new AssertionError("no error but " + run(session, sql));
        } catch (PSQLException e) {
            return e.getServerErrorMessage();
        } catch (SQLException e) {
            throw new AssertionError("not an error of the server", e);
        }
    }

    private static String description(Column column) {
        return column.name() + " " + column.type().ddl() + " " + column.comment();
    }
}
