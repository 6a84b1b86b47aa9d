package org.cdfgateway.pgwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.cdfgateway.pgwire.Sql.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cancels, disconnects, dead engines, shutdown: nothing is left running, and everybody is told. */
@ExtendWith(TestGateway.Resolver.class)
class EndOfSessionIT {
    private final TestGateway gateway;

    EndOfSessionIT(TestGateway gateway) {
        this.gateway = gateway;
    }

    @BeforeEach
    void waitForEarlierSessions() {
        await("earlier sessions are over").until(() -> gateway.remote().openSessions() == 0);
        gateway.remote().reset(2_500);
    }

    @Test
    void cancelsWhatTheFarEndDoes() throws Exception {
        try (Connection session = gateway.connect();
                Statement statement = session.createStatement()) {
            gateway.remote().hold();
            CompletableFuture<Void> running = inBackground(statement, "SELECT count(*) FROM assets");
            await("the statement runs").until(() -> gateway.remote().heldFetches() > 0);

            statement.cancel();

            assertThatThrownBy(running::get).hasMessageContaining("canceling statement due to user request");
            assertThat(gateway.remote().cancels()).isEqualTo(1);
            gateway.remote().release();
            assertThat(run(session, "SELECT count(*) FROM assets")).containsExactly("2500");
        }
    }

    @Test
    void cancelsWhatTheEngineDoes() throws Exception {
        try (Connection session = gateway.connect();
                Connection observer = gateway.connect();
                Statement statement = session.createStatement()) {
            CompletableFuture<Void> running = inBackground(statement, "SELECT pg_sleep(60)");
            await("the statement runs").until(() -> sleeps(observer));

            statement.cancel();

            assertThatThrownBy(running::get).hasMessageContaining("canceling statement due to user request");
        }
    }

    @Test
    void closesTheFarEndWhenTheClientLeavesInMidResult() throws Exception {
        Connection session = gateway.connect();
        gateway.remote().hold();
        CompletableFuture<Void> running = inBackground(session.createStatement(), "SELECT count(*) FROM assets");
        await("the statement runs").until(() -> gateway.remote().heldFetches() > 0);

        session.abort(Runnable::run);

        await("the far end is closed").until(() -> gateway.remote().openSessions() == 0);
        assertThatThrownBy(running::get).isInstanceOf(ExecutionException.class);
    }

    @Test
    void stopsTheEngineWhenTheClientLeavesInMidStatement() throws Exception {
        try (Connection observer = gateway.connect()) {
            Connection session = gateway.connect();
            CompletableFuture<Void> running = inBackground(session.createStatement(), "SELECT pg_sleep(60)");
            await("the statement runs").until(() -> sleeps(observer));

            session.abort(Runnable::run);

            await("the statement is over").until(() -> !sleeps(observer));
            assertThatThrownBy(running::get).isInstanceOf(ExecutionException.class);
        }
    }

    @Test
    void closesEverythingAfterGoodbye() throws SQLException {
        try (Connection observer = gateway.connect()) {
            Connection session = gateway.connect();
            run(session, "SELECT name FROM assets WHERE id = 1");
            run(observer, "SELECT name FROM assets WHERE id = 1");
            assertThat(gateway.remote().openSessions()).isEqualTo(2);

            session.close();

            await("the engine session ends")
                    .until(() -> run(
                                    observer,
                                    "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
                                            + " AND usename = current_user")
                            .equals(List.of("1")));
            await("the far end is closed").until(() -> gateway.remote().openSessions() == 1);
        }
    }

    @Test
    void tellsWhenTheEngineSessionIsTerminated() throws SQLException {
        try (Connection session = gateway.connect()) {
            gateway.terminate(session);

            assertThatThrownBy(() -> run(session, "SELECT 1"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57P01"));
        }
        try (Connection next = gateway.connect()) {
            assertThat(run(next, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void tellsWhenTheEngineCrashes() throws SQLException {
        try (Connection session = gateway.connect();
                Connection other = gateway.connect()) {
            gateway.kill(session);

            assertThatThrownBy(() -> run(session, "SELECT 1"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isIn("57P01", "57P02"));
            assertThatThrownBy(() -> run(other, "SELECT 1"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isIn("57P01", "57P02"));
        }
        await("the engine is back").until(() -> {
            try (Connection next = gateway.connect()) {
                return run(next, "SELECT 1").equals(List.of("1"));
            } catch (SQLException e) {
                assertThat(e.getSQLState()).isEqualTo("57P03");
                return false;
            }
        });
    }

    @Test
    void findsTheTablesAgainWhenTheWayToThemWasLost() throws SQLException {
        try (Connection session = gateway.connect()) {
            run(session, "SELECT count(*) FROM assets");
            gateway.remote().breakConnections();
            assertThatThrownBy(() -> run(session, "SELECT count(*) FROM assets"))
                    .isInstanceOf(SQLException.class);

            gateway.remote().reset(17);

            assertThat(run(session, "SELECT count(*) FROM assets")).containsExactly("17");
            await("the old connection is over").until(() -> gateway.remote().openSessions() == 1);
        }
    }

    @Test
    void saysGoodbyeWhenItCloses() throws Exception {
        FrontServer server = gateway.start(FrontSettings.plain("127.0.0.1", 0));
        Connection session = TestGateway.connect(server, FakeLogins.USER, FakeLogins.PASSWORD, new Properties());
        Executor background = task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            thread.start();
        };
        CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close, background);

        await("the session is told").until(() -> {
            try {
                run(session, "SELECT 1");
                return false;
            } catch (SQLException e) {
                return "57P01".equals(e.getSQLState());
            }
        });
        session.close();
        closing.get();
        assertThatThrownBy(() -> TestGateway.connect(server, FakeLogins.USER, FakeLogins.PASSWORD, new Properties()))
                .isInstanceOf(SQLException.class);
    }

    private static boolean sleeps(Connection observer) throws SQLException {
        return !run(observer, "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
                .isEmpty();
    }

    private static CompletableFuture<Void> inBackground(Statement statement, String sql) {
        return CompletableFuture.runAsync(() -> {
            try {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        });
    }
}
