package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(GatewayExtension.class)
class ReadingIT {

    private static final String A_SERIES =
            "(SELECT min(external_id) FROM time_series WHERE NOT is_string AND external_id IS NOT NULL)";

    @ParameterizedTest
    @CsvSource({"assets, 2000", "events, 30000", "time_series, 100", "raw_rows, 2000"})
    void readsWholeTables(String table, long rows, RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            assertThat(Rows.count(connection, "SELECT count(*) FROM " + table)).isGreaterThanOrEqualTo(rows);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) > 0 FROM raw_tables WHERE _raw_database IS NOT NULL",
                "SELECT count(*) > 0 FROM double_datapoints WHERE external_id = " + A_SERIES,
                "SELECT count(*) > 0 FROM string_datapoints s JOIN time_series t USING (external_id) WHERE t.is_string",
                "SELECT count(*) > 0 FROM assets a JOIN assets p ON a.parent_id = p.id",
                "SELECT count(*) > 0 FROM time_series t JOIN assets a ON t.asset_id = a.id WHERE a.name IS NOT NULL",
                "SELECT count(*) > 0 FROM events e, unnest(e.asset_ids) x JOIN assets a ON a.id = x",
                "SELECT bool_and(metadata->>'x' IS NULL) FROM assets",
                "SELECT max(n) >= min(n) FROM (SELECT count(*) n FROM events GROUP BY type) groups",
                "SELECT count(*) > 0 FROM raw_rows r JOIN raw_tables t USING (_raw_database, _raw_table)",
                "SELECT count(*) = 1 FROM assets WHERE id = (SELECT min(id) FROM assets)",
                "SELECT count(*) = 0 FROM assets WHERE external_id = 'no such asset'"
            })
    void filtersJoinsAndAggregates(String sql, RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            assertThat(Rows.of(connection, sql)).containsExactly("t");
        }
    }

    @ParameterizedTest(name = "prepareThreshold={0}")
    @ValueSource(strings = {"0", "1", "-1"})
    void readsTheSameInTextAndInBinary(String prepareThreshold, RunningGateway gateway) throws SQLException {
        String sql =
                "SELECT id, external_id, start_time, metadata::text, asset_ids FROM events WHERE id > ? ORDER BY id LIMIT 20";
        try (Connection plain = gateway.connect();
                Connection prepared = gateway.connect(
                        gateway.user(), Map.of("prepareThreshold", prepareThreshold, "binaryTransfer", "true"))) {
            try (PreparedStatement statement = prepared.prepareStatement(sql)) {
                statement.setLong(1, 0);
                List<Long> ids = new ArrayList<>();
                for (int run = 0; run < 3; run++) {
                    ids.clear();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            ids.add(rows.getLong("id"));
                        }
                    }
                }
                assertThat(ids.stream().map(Object::toString))
                        .containsExactlyElementsOf(
                                Rows.of(plain, "SELECT id FROM events WHERE id > 0 ORDER BY id LIMIT 20"));
            }
        }
    }

    @Test
    void describesItsTables(RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            DatabaseMetaData metadata = connection.getMetaData();
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = metadata.getTables(null, "public", "%", null)) {
                while (rows.next()) {
                    tables.add(rows.getString("TABLE_NAME"));
                }
            }
            List<String> columns = new ArrayList<>();
            try (ResultSet rows = metadata.getColumns(null, "public", "raw_rows", "%")) {
                while (rows.next()) {
                    columns.add(rows.getString("COLUMN_NAME") + " " + rows.getString("TYPE_NAME") + " "
                            + rows.getString("COLUMN_SIZE"));
                }
            }

            assertThat(tables)
                    .contains(
                            "assets",
                            "double_datapoints",
                            "events",
                            "raw_rows",
                            "raw_tables",
                            "string_datapoints",
                            "time_series");
            assertThat(columns)
                    .contains("_raw_database varchar 32", "_raw_table varchar 64", "_raw_columns json 2147483647");
        }
    }

    @Test
    void readsOnePageForASmallLimit(RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            Rows.of(connection, "SELECT * FROM events LIMIT 1");
            gateway.cdf().resetRequests();

            assertThat(Rows.of(connection, "SELECT * FROM events LIMIT 10")).hasSize(10);

            assertThat(gateway.cdf().requests("POST /events/list")).isEqualTo(1);
        }
    }

    @Test
    void stopsReadingWhenTheConnectionCloses(RunningGateway gateway) throws SQLException {
        gateway.cdf().resetRequests();
        Connection connection = gateway.connect();
        connection.setAutoCommit(false);
        Statement statement = connection.createStatement();
        statement.setFetchSize(10);
        ResultSet rows = statement.executeQuery("SELECT * FROM events");
        assertThat(rows.next()).isTrue();

        connection.close();

        Awaitility.await("requests come to rest")
                .during(Duration.ofMillis(500))
                .until(() -> gateway.cdf().requests("POST /events/list") < 15);
    }

    @Test
    void cancelsWhatRuns(RunningGateway gateway) throws Exception {
        gateway.cdf().resetRequests();
        try (Connection connection = gateway.connect();
                Statement statement = connection.createStatement()) {
            CompletableFuture<Void> run = CompletableFuture.runAsync(() -> {
                try {
                    statement.execute("SELECT count(*) FROM events a, events b, events c");
                } catch (SQLException e) {
                    throw new IllegalStateException(e.getSQLState(), e);
                }
            });
            Awaitility.await("it reads").until(() -> gateway.cdf().requests("POST /events/list") > 0);

            statement.cancel();

            assertThatThrownBy(run::get)
                    .hasRootCauseInstanceOf(SQLException.class)
                    .hasMessageContaining("57014");
            assertThat(Rows.of(connection, "SELECT 1")).containsExactly("1");
        }
    }
}
