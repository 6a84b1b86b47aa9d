package org.cdfgateway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cdfgateway.engine.EngineLogins.connect;
import static org.cdfgateway.engine.EngineLogins.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.EngineDatabases.EngineLogin;
import org.cdfgateway.domain.port.outbound.ScanEndpoint;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisioningIT {

    private static final ScanEndpoint NOWHERE = new ScanEndpoint("127.0.0.1", 1, new Secret("never used"));
    private static final List<TableDefinition> ONE = List.of(BuiltInTables.ASSETS);
    private static final List<TableDefinition> TWO = List.of(BuiltInTables.ASSETS, BuiltInTables.EVENTS);

    @TempDir
    static Path state;

    @Test
    void providesSeveralUsersAtTheSameTime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (EmbeddedEngine engine = start(TWO)) {
            List<Future<EngineLogin>> logins = IntStream.range(0, 24)
                    .mapToObj(i -> threads.submit(() -> engine.provide("parallel" + i % 12)))
                    .toList();

            for (Future<EngineLogin> login : logins) {
                assertThat(tables(login.get())).containsExactly("assets", "events");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void bringsDatabasesUpToDateWhenDefinitionsChange() throws SQLException {
        try (EmbeddedEngine engine = start(ONE)) {
            assertThat(tables(engine.provide("changing"))).containsExactly("assets");
        }

        try (EmbeddedEngine engine = start(TWO)) {
            assertThat(tables(engine.provide("changing"))).containsExactly("assets", "events");
        }
    }

    @Test
    void keepsDatabasesWhenDefinitionsStay() throws SQLException {
        String before;
        try (EmbeddedEngine engine = start(TWO)) {
            before = oid(engine.provide("staying"));
        }

        try (EmbeddedEngine engine = start(TWO)) {
            assertThat(oid(engine.provide("staying"))).isEqualTo(before);
        }
    }

    @Test
    void pointsExistingDatabasesToTheNewScanEndpoint() throws SQLException {
        try (RemoteTables first = RemoteTables.start(state, "first", TWO);
                EmbeddedEngine engine = EmbeddedEngine.start(EngineSettings.in(state), TWO, first.endpoint())) {
            assertThat(count(engine.provide("moving"))).isEqualTo("0");
        }

        try (RemoteTables second = RemoteTables.start(state, "second", TWO);
                EmbeddedEngine engine = EmbeddedEngine.start(EngineSettings.in(state), TWO, second.endpoint())) {
            assertThat(count(engine.provide("moving"))).isEqualTo("0");
            assertThat(count(engine.provide("newcomer"))).isEqualTo("0");
        }
    }

    @Test
    void undoesWhatAUserDidToItsOwnRole() throws SQLException {
        try (EmbeddedEngine engine = start(TWO);
                Connection session = connect(engine.provide("selfharming"))) {
            run(session, "ALTER ROLE selfharming SET work_mem = '10GB'");
            run(session, "ALTER ROLE selfharming PASSWORD 'other'");
            run(session, "DROP OWNED BY selfharming");
        }

        try (EmbeddedEngine engine = start(TWO);
                Connection session = connect(engine.provide("selfharming"))) {
            assertThat(run(session, "SHOW work_mem")).containsExactly("16MB");
        }
    }

    @Test
    void dropsDatabaseRoleAndSessions() throws SQLException {
        try (EmbeddedEngine engine = start(TWO)) {
            EngineLogin login = engine.provide("leaving");
            try (Connection session = connect(login)) {
                engine.drop("leaving");

                assertThatThrownBy(() -> run(session, "SELECT 1")).isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> connect(login)).hasMessageContaining("password authentication failed");
            }
            engine.drop("leaving");
            assertThat(tables(engine.provide("leaving"))).containsExactly("assets", "events");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "template1", "cdf_owner", "gateway_admin", "Alice", "a\"b", "", "1a", "public"})
    void refusesNamesThatAreNoUsernames(String name) {
        try (EmbeddedEngine engine = start(ONE)) {
            assertThatThrownBy(() -> engine.provide(name))
                    .isInstanceOfSatisfying(
                            GatewayException.class,
                            e -> assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_PARAMETER_VALUE))
                    .hasMessage("\"" + name + "\" cannot be a username");
        }
    }

    @Test
    void cannotConnectAfterItsEnd() {
        EmbeddedEngine engine = start(ONE);
        engine.close();
        engine.close();

        assertThatThrownBy(() -> engine.provide("late"))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.CANNOT_CONNECT_NOW))
                .hasMessage("PostgreSQL cluster engine is not running at the moment");
    }

    private static EmbeddedEngine start(List<TableDefinition> tables) {
        return EmbeddedEngine.start(EngineSettings.in(state), tables, NOWHERE);
    }

    private static List<String> tables(EngineLogin login) throws SQLException {
        return query(login, "SELECT viewname FROM pg_views WHERE schemaname = 'public' ORDER BY 1");
    }

    private static String oid(EngineLogin login) throws SQLException {
        return query(login, "SELECT oid FROM pg_database WHERE datname = current_database()")
                .get(0);
    }

    private static String count(EngineLogin login) throws SQLException {
        return query(login, "SELECT count(*) FROM assets").get(0);
    }

    private static List<String> query(EngineLogin login, String sql) throws SQLException {
        try (Connection session = connect(login)) {
            return run(session, sql).stream().map(String::valueOf).toList();
        }
    }
}
