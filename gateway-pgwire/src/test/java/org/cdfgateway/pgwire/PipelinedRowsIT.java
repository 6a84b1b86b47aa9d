package org.cdfgateway.pgwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.cdfgateway.pgwire.Sql.run;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Arrays;
import java.util.Properties;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches the data side of rows that a driver inserts one by one in a pipeline, and what the driver is told. */
@ExtendWith(TestGateway.Resolver.class)
class PipelinedRowsIT {
    private static final int ROWS = 1_000;
    private static final int NONE = -1;

    private final TestGateway gateway;
    private final Connection session;

    PipelinedRowsIT(TestGateway gateway) throws SQLException {
        this.gateway = gateway;
        await("earlier sessions are over").until(() -> gateway.remote().openSessions() == 0);
        gateway.remote().reset(0);
        Properties preparing = new Properties();
        preparing.setProperty("prepareThreshold", "1");
        session = TestGateway.connect(gateway.front(), FakeLogins.USER, FakeLogins.PASSWORD, preparing);
    }

    @AfterEach
    void close() throws SQLException {
        session.close();
    }

    @Test
    void takesFewStatements() throws SQLException {
        session.setAutoCommit(false);
        insert(NONE);
        run(session, "DISCARD TEMP");
        insert(NONE);
        session.commit();
        assertThat(gateway.remote().insertedRows())
                .hasSize(2 * ROWS)
                .anyMatch(row -> row.contains("k999") && row.contains("n999"));
        assertThat(gateway.remote().statements().stream().filter(sql -> sql.startsWith("INSERT")))
                .hasSizeLessThan(20);

        assertThat(run(session, "SELECT name FROM pg_prepared_statements WHERE name LIKE 'cdf%'"))
                .containsExactlyInAnyOrder("cdf_gathered_rows_1", "cdf_gathered_rows_2");
        run(session, "DEALLOCATE ALL");
        insert(NONE);
        session.rollback();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300, ROWS - 1})
    void blamesTheRightRow(int bad) throws SQLException {
        session.setAutoCommit(false);

        assertThatBatchFailsAt(bad, () -> insert(bad));

        assertThatThrownBy(() -> run(session, "SELECT 1"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25P02"));
        session.rollback();
        assertThat(insert(NONE)).hasSize(ROWS);
        session.commit();
    }

    @Test
    void blamesTheRightRowOutsideOfTransactions() throws SQLException {
        assertThatBatchFailsAt(300, () -> insert(300));

        assertThatThrownBy(() -> run(session, "SAVEPOINT none"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25P01"));
        assertThat(gateway.remote().statements()).contains("ABORT TRANSACTION");
    }

    @Test
    void goesBackToSavepoints() throws SQLException {
        session.setAutoCommit(false);
        run(session, "SELECT 1");
        Savepoint before = session.setSavepoint();

        assertThatThrownBy(() -> insert(300))
                .isInstanceOfSatisfying(
                        BatchUpdateException.class,
                        e -> assertThat(e.getSQLState()).isEqualTo("22001"));
        session.rollback(before);
        assertThat(insert(NONE)).hasSize(ROWS);
        session.commit();
    }

    private static void assertThatBatchFailsAt(int row, ThrowingCallable batch) {
        assertThatThrownBy(batch)
                .isInstanceOfSatisfying(
                        BatchUpdateException.class,
                        e -> assertThat(e.getSQLState()).isEqualTo("22001"))
                .hasMessageStartingWith("Batch entry " + row + " ")
                .hasMessageContaining("value too long");
    }

    /** @param bad the row whose key is too long */
    private int[] insert(int bad) throws SQLException {
        try (PreparedStatement insert =
                session.prepareStatement("INSERT INTO assets (external_id, name) VALUES (?,?)")) {
            for (int i = 0; i < ROWS; i++) {
                insert.setString(1, "k" + i);
                insert.setString(2, i == bad ? "x".repeat(141) : "n" + i);
                insert.addBatch();
            }
            int[] counts = insert.executeBatch();
            assertThat(Arrays.stream(counts).distinct()).containsExactly(1);
            return counts;
        }
    }
}
