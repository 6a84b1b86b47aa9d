package org.cdfgateway.pgwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.cdfgateway.pgwire.Sql.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cdfgateway.pgwire.admission.StatementLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How many statements one user may run at the same time. */
@ExtendWith(TestGateway.Resolver.class)
class StatementLimitIT {
    private final TestGateway gateway;

    StatementLimitIT(TestGateway gateway) {
        this.gateway = gateway;
    }

    @BeforeEach
    void fill() {
        gateway.remote().reset(10);
    }

    @AfterEach
    void letGo() {
        gateway.remote().release();
    }

    @Test
    void makesStatementsWaitForTheirTurn() throws Exception {
        try (FrontServer server = start(Duration.ofMinutes(1));
                Connection first = connect(server);
                Connection second = connect(server);
                Statement statement = first.createStatement()) {
            CompletableFuture<Boolean> running = startHeld(statement);
            CompletableFuture<List<String>> waiting = inBackground(second, "SELECT 2");
            await().during(Duration.ofMillis(300)).until(() -> !waiting.isDone());

            statement.cancel();

            assertThat(waiting.get(1, TimeUnit.MINUTES)).containsExactly("2");
            assertThatThrownBy(running::get).hasMessageContaining("canceling statement");
            assertThat(run(second, "SELECT 3")).containsExactly("3");
            assertThat(run(first, "SELECT 4")).containsExactly("4");
        }
    }

    @Test
    void endsSessionsThatHaveWaitedTooLong() throws Exception {
        try (FrontServer server = start(Duration.ofMillis(200));
                Connection first = connect(server);
                Connection second = connect(server);
                Statement statement = first.createStatement()) {
            CompletableFuture<Boolean> running = startHeld(statement);

            assertThatThrownBy(() -> run(second, "SELECT 2"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("53400"))
                    .hasMessageContaining("user \"u1\" runs 1 statements already");

            statement.cancel();
            assertThatThrownBy(running::get).hasMessageContaining("canceling statement");
            assertThat(run(first, "SELECT 4")).containsExactly("4");
        }
    }

    private CompletableFuture<Boolean> startHeld(Statement statement) {
        gateway.remote().hold();
        CompletableFuture<Boolean> running = CompletableFuture.supplyAsync(() -> {
            try {
                return statement.execute("SELECT count(*) FROM assets");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        await("the statement runs").until(() -> gateway.remote().heldFetches() > 0);
        return running;
    }

    private FrontServer start(Duration patience) {
        return gateway.start(FrontSettings.plain("127.0.0.1", 0).with(new StatementLimits(1, patience)));
    }

    private static Connection connect(FrontServer server) throws SQLException {
        return TestGateway.connect(server, FakeLogins.USER, FakeLogins.PASSWORD, new Properties());
    }

    private static CompletableFuture<List<String>> inBackground(Connection session, String sql) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return run(session, sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
