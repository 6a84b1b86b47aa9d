package org.cdfgateway.pgwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.cdfgateway.pgwire.Sql.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** What a driver does in a session, through the engine and back. */
@ExtendWith(TestGateway.Resolver.class)
class SessionIT {
    private static final int ROWS = 2_500;

    private final TestGateway gateway;
    private Connection session;

    SessionIT(TestGateway gateway) throws SQLException {
        this.gateway = gateway;
        await("earlier sessions are over").until(() -> gateway.remote().openSessions() == 0);
        gateway.remote().reset(ROWS);
        this.session = gateway.connect();
    }

    @BeforeEach
    void startTransactionByTransaction() throws SQLException {
        session.setAutoCommit(true);
    }

    @AfterEach
    void disconnect() throws SQLException {
        session.close();
    }

    @Test
    void selects() throws SQLException {
        assertThat(run(session, "SELECT count(*) || ' ' || sum(id) FROM assets"))
                .containsExactly("2500 3126250");
        assertThat(run(session, "SELECT name FROM assets WHERE id = 7")).containsExactly("name 7");
        assertThat(gateway.remote().statements()).contains("SET search_path = pg_catalog");
    }

    @Test
    void bringsAllTypes() throws SQLException {
        assertThat(run(
                        session,
                        "SELECT (id, name, labels, created_time AT TIME ZONE 'UTC', metadata->>'row')::text"
                                + " FROM assets WHERE id = 3"))
                .containsExactly("(3,\"name 3\",\"{\"\"a 3\"\",\"\"b\\\\\"\"3\"\"}\",\"1970-01-01 00:00:00.003\",3)");
        assertThat(run(session, "SELECT value FROM double_datapoints WHERE id = 3"))
                .containsExactly("0.375");
        assertThat(run(session, "SELECT asset_ids FROM events WHERE id = 3")).containsExactly("{3,4}");
    }

    @Test
    void runsPreparedStatements() throws SQLException {
        try (PreparedStatement statement = session.prepareStatement("SELECT name FROM assets WHERE id = ?")) {
            for (long id = 1; id <= 12; id++) {
                statement.setLong(1, id);
                try (ResultSet rows = statement.executeQuery()) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getString(1)).isEqualTo("name " + id);
                }
            }
        }
    }

    @Test
    void readsInPortions() throws SQLException {
        session.setAutoCommit(false);
        int before = gateway.remote().fetches();
        try (Statement statement = session.createStatement()) {
            statement.setFetchSize(100);
            try (ResultSet rows = statement.executeQuery("SELECT id FROM assets")) {
                for (int id = 1; id <= 100; id++) {
                    rows.next();
                }
                assertThat(gateway.remote().fetches())
                        .as("portions of 1000 rows")
                        .isEqualTo(before + 1);
                int rest = 0;
                while (rows.next()) {
                    rest++;
                }
                assertThat(rest).isEqualTo(ROWS - 100);
            }
        }
        session.commit();
    }

    @Test
    void scrollsCursors() throws SQLException {
        session.setAutoCommit(false);
        run(session, "DECLARE c SCROLL CURSOR FOR SELECT id FROM assets WHERE id = 5");

        assertThat(run(session, "FETCH ALL FROM c")).containsExactly("5");
        session.commit();
    }

    @Test
    void runsSeveralStatementsOfOneText() throws SQLException {
        assertThat(run(session, "SET work_mem = '1MB'; SELECT id FROM assets WHERE id = 2; SELECT 17"))
                .containsExactly("2", "17");
        assertThat(run(session, "")).isEmpty();
    }

    @Test
    void copiesOut() throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        long rows = copy().copyOut("COPY (SELECT id, name FROM assets) TO STDOUT", out);

        assertThat(rows).isEqualTo(ROWS);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("1\tname 1\n2\tname 2\n");
    }

    @Test
    void copiesIn() throws SQLException, IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            lines.append("pump ").append(i).append("\t\\N\n");
        }

        long rows = copy().copyIn(
                        "COPY assets (name, description) FROM STDIN",
                        new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)));

        assertThat(rows).isEqualTo(ROWS);
        assertThat(gateway.remote().insertedRows()).hasSize(ROWS);
    }

    @Test
    void insertsInBatches() throws SQLException {
        session.setAutoCommit(false);
        try (PreparedStatement statement = session.prepareStatement("INSERT INTO assets (name) VALUES (?)")) {
            for (int i = 0; i < 50; i++) {
                statement.setString(1, "pump " + i);
                statement.addBatch();
            }
            assertThat(statement.executeBatch()).hasSize(50);
        }
        session.commit();

        assertThat(gateway.remote().insertedRows()).hasSize(50);
        assertThat(gateway.remote().statements()).contains("COMMIT TRANSACTION");
    }

    @Test
    void tellsErrorsOfTheFarEndAndGoesOn() throws SQLException {
        assertThatThrownBy(() -> run(session, "SELECT name FROM time_series"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("58030"))
                .hasMessageContaining("CDF cannot be reached")
                .hasMessageContaining("Try again later.");
        assertThatThrownBy(() -> run(session, "SELECT value FROM string_datapoints"))
                .hasMessageContaining("internal error, reference ")
                .message()
                .doesNotContain("a secret detail");
        assertThat(run(session, "SELECT name FROM assets WHERE id = 1")).containsExactly("name 1");
    }

    @Test
    void keepsTransactionsAcrossErrors() throws SQLException {
        session.setAutoCommit(false);
        run(session, "SELECT name FROM assets WHERE id = 1");
        Savepoint savepoint = session.setSavepoint();
        assertThatThrownBy(() -> run(session, "SELECT 1/0")).hasMessageContaining("division by zero");
        assertThatThrownBy(() -> run(session, "SELECT 1"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25P02"));

        session.rollback(savepoint);

        assertThat(run(session, "SELECT name FROM assets WHERE id = 1")).containsExactly("name 1");
        session.commit();
    }

    @Test
    void asksTheGuard() throws SQLException {
        assertThatThrownBy(() -> run(session, "SELECT 'forbidden'"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"))
                .hasMessageContaining("that is forbidden");
        assertThat(run(session, "SELECT 1")).containsExactly("1");
    }

    @Test
    void takesStatementsOfMegabytes() throws SQLException {
        String text = "x".repeat(3_000_000);

        assertThat(run(session, "SELECT length('" + text + "')")).containsExactly("3000000");
        assertThatThrownBy(() -> run(session, "SELECT 'forbidden" + text + "'"))
                .hasMessageContaining("that is forbidden");
    }

    @Test
    void showsWarnings() throws SQLException {
        gateway.remote().warn("2 rows stay");
        try (Statement statement = session.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM assets WHERE id = 1")) {
            assertThat(rows.next()).isTrue();
            assertThat(statement.getWarnings().getMessage()).isEqualTo("2 rows stay");
            assertThat(statement.getWarnings().getSQLState()).isEqualTo("01000");
        }
    }

    @Test
    void staysBoundOverDiscardAll() throws SQLException {
        run(session, "SELECT name FROM assets WHERE id = 1");
        session.createStatement().execute("DISCARD ALL");

        assertThat(run(session, "SELECT name FROM assets WHERE id = 1")).hasSize(1);
        assertThat(gateway.remote().openSessions()).isEqualTo(1);
    }

    @Test
    void agreesOnTheProcessId() throws SQLException {
        assertThat(run(session, "SELECT pg_backend_pid()"))
                .containsExactly(
                        String.valueOf(session.unwrap(PGConnection.class).getBackendPID()));
    }

    private CopyManager copy() throws SQLException {
        return session.unwrap(PGConnection.class).getCopyAPI();
    }
}
