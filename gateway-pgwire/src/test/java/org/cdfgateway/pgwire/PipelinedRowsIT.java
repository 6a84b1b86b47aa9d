package org.cdfgateway.pgwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cdfgateway.pgwire.Sql.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What reaches the data side of rows that a driver inserts one by one in a pipeline. */
@ExtendWith(TestGateway.Resolver.class)
class PipelinedRowsIT {
    private static final int ROWS = 1_000;

    private final TestGateway gateway;

    PipelinedRowsIT(TestGateway gateway) {
        this.gateway = gateway;
        await("earlier sessions are over").until(() -> gateway.remote().openSessions() == 0);
        gateway.remote().reset(0);
    }

    @Test
    void takesFewStatements() throws SQLException {
        Properties preparing = new Properties();
        preparing.setProperty("prepareThreshold", "1");
        try (Connection session =
                TestGateway.connect(gateway.front(), FakeLogins.USER, FakeLogins.PASSWORD, preparing)) {
            session.setAutoCommit(false);
            run(session, "SELECT 1");
            insert(session);
            run(session, "DISCARD TEMP");
            insert(session);
            session.commit();

            assertThat(run(session, "SELECT name FROM pg_prepared_statements WHERE name LIKE 'cdf%'"))
                    .isEmpty();
        }

        assertThat(gateway.remote().insertedRows())
                .hasSize(2 * ROWS)
                .anyMatch(row -> row.contains("k999") && row.contains("n999"));
        assertThat(gateway.remote().statements().stream().filter(sql -> sql.startsWith("INSERT")))
                .hasSizeLessThan(20);
    }

    private static void insert(Connection session) throws SQLException {
        try (PreparedStatement insert =
                session.prepareStatement("INSERT INTO assets (external_id, name) VALUES (?,?)")) {
            for (int i = 0; i < ROWS; i++) {
                insert.setString(1, "k" + i);
                insert.setString(2, "n" + i);
                insert.addBatch();
            }
            assertThat(insert.executeBatch()).hasSize(ROWS).containsOnly(1);
        }
    }
}
