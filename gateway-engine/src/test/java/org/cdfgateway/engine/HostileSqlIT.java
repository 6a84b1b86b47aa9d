package org.cdfgateway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.cdfgateway.engine.EngineLogins.connect;
import static org.cdfgateway.engine.EngineLogins.run;
import static org.cdfgateway.engine.EngineLogins.stateOf;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.cdfgateway.domain.port.outbound.EngineDatabases.EngineLogin;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.engine.provisioning.UserLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What a gateway user could try if nothing stood between the user and the engine. */
class HostileSqlIT {

    private static final long MEBIBYTE = 1 << 20;
    private static final UserLimits LIMITS =
            new UserLimits(5, 64 * MEBIBYTE, 64 * MEBIBYTE, 32 * MEBIBYTE, 4, 8 * MEBIBYTE, Duration.ofMinutes(1));

    @TempDir
    static Path state;

    private static RemoteTables remote;
    private static EmbeddedEngine engine;
    private static EngineLogin alice;

    private Connection session;

    @BeforeAll
    static void startEngine() {
        remote = RemoteTables.start(state, BuiltInTables.ALL);
        engine = EmbeddedEngine.start(EngineSettings.in(state).with(LIMITS), BuiltInTables.ALL, remote.endpoint());
        alice = engine.provide("alice");
        engine.provide("bob");
    }

    @AfterAll
    static void stopEngine() {
        engine.close();
        remote.close();
    }

    @BeforeEach
    void connectAsAlice() throws SQLException {
        session = connect(alice);
    }

    @AfterEach
    void disconnect() throws SQLException {
        session.close();
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "denied.csv", delimiter = '|', ignoreLeadingAndTrailingWhitespace = true)
    void denies(String state, String sql) {
        assertThat(stateOf(session, sql)).isEqualTo(state);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "allowed.csv", delimiter = '|', ignoreLeadingAndTrailingWhitespace = true)
    void allows(String sql) throws SQLException {
        assertThat(run(session, sql)).isNotNull();
    }

    @Test
    void keepsUsersOutOfOtherDatabases() {
        for (String database : List.of("bob", "postgres", "template1")) {
            assertThatThrownBy(() -> connect(alice, database))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("no pg_hba.conf entry");
        }
    }

    @Test
    void grantsNoConnectionToOtherDatabases() throws SQLException {
        assertThat(run(
                        session,
                        "SELECT datname FROM pg_database WHERE has_database_privilege(oid, 'CONNECT') ORDER BY 1"))
                .containsExactly("alice");
    }

    @Test
    void showsNobodysStatements() throws SQLException {
        try (Connection other = connect(alice)) {
            run(other, "SELECT 'secret'");

            assertThat(run(session, "SELECT query FROM pg_stat_activity WHERE usename = current_user"))
                    .containsExactly("", "");
            assertThat(run(session, "SELECT query FROM pg_stat_activity WHERE usename IS DISTINCT FROM current_user"))
                    .containsOnly("<insufficient privilege>");
        }
    }

    @Test
    void hidesThePasswordOfTheScanEndpoint() throws SQLException {
        assertThat(run(session, "SELECT umoptions FROM pg_user_mappings")).containsExactly((String) null);
        assertThat(run(session, "SELECT option_value FROM information_schema.user_mapping_options"))
                .isEmpty();
    }

    @Test
    void boundsTheSessionsOfOneUser() throws SQLException {
        try (Connection second = connect(alice);
                Connection third = connect(alice);
                Connection fourth = connect(alice);
                Connection fifth = connect(alice)) {
            assertThat(List.of(second, third, fourth, fifth)).allMatch(connection -> isOpen(connection));
            assertThatThrownBy(() -> connect(alice)).hasMessageContaining("too many connections for role");
        }
    }

    @Test
    void boundsTemporaryFiles() {
        assertThat(stateOf(session, "SELECT count(*) FROM (SELECT g FROM generate_series(1, 3000000) g ORDER BY -g) x"))
                .isEqualTo("53400");
    }

    @Test
    void boundsTemporaryTables() {
        String grow =
                "CREATE TEMP TABLE IF NOT EXISTS t AS SELECT repeat('x', 1000) AS a FROM generate_series(1, 30000)";

        await("end of the session")
                .atMost(Duration.ofSeconds(20))
                .until(() -> stateOf(session, grow), List.of("57P01", "08006")::contains);
    }

    @Test
    void boundsMemoryEvenIfWorkMemWereRaised() throws SQLException {
        try (Connection other = connect(alice)) {
            run(session, "SET work_mem = '100GB'");

            assertThat(stateOf(session, "SELECT array_agg(repeat('x', 1000000)) FROM generate_series(1, 3000)"))
                    .isEqualTo("53200");
            assertThat(run(session, "SELECT 1")).containsExactly("1");
            assertThat(run(other, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void writesNoStatementToTheLog() throws Exception {
        stateOf(session, "SELECT 'topsecret'::int");
        stateOf(session, "SET debug_print_parse = on; SET client_min_messages = log; SELECT 'topsecret'");
        stateOf(
                session,
                "PREPARE p AS SELECT 'topsecret', array_agg(repeat('x', 1000000)) FROM generate_series(1, 3000)");
        stateOf(session, "EXECUTE p");
        session.close();

        assertThat(state.resolve("engine").resolve("postgresql.log")).content().doesNotContain("topsecret");
    }

    private static boolean isOpen(Connection connection) {
        try {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
