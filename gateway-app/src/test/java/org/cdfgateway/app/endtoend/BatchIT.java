package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prepared single-row inserts that a driver sends in a pipeline. */
@ExtendWith(GatewayExtension.class)
class BatchIT {
    private static final int ROWS = 1_000;

    @ParameterizedTest(name = "autocommit {0}, prepareThreshold {1}")
    @CsvSource({"false, 0", "false, 1", "true, 0", "true, 1"})
    void insertsBatches(boolean autoCommit, String prepareThreshold, RunningGateway gateway) throws SQLException {
        String type = "b-" + autoCommit + prepareThreshold;
        try (Connection connection = connect(gateway, prepareThreshold)) {
            connection.setAutoCommit(autoCommit);

            int[] counts = insert(connection, type, ROWS, -1);
            if (!autoCommit) {
                connection.commit();
            }

            assertThat(counts).hasSize(ROWS).containsOnly(1);
            assertThat(Rows.of(
                            connection,
                            "SELECT count(*), count(DISTINCT external_id), min(subtype), max(subtype) FROM events WHERE type = '"
                                    + type + "'"))
                    .containsExactly("1000|1000|1000|1999");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void keepsNothingOfFailedBatches(String prepareThreshold, RunningGateway gateway) throws SQLException {
        gateway.cdf().resetRequests();
        String type = "f-" + prepareThreshold;
        try (Connection connection = connect(gateway, prepareThreshold)) {
            connection.setAutoCommit(false);

            assertThatThrownBy(() -> insert(connection, type, ROWS, ROWS / 2))
                    .isInstanceOfSatisfying(BatchUpdateException.class, failure -> {
                        assertThat(failure.getSQLState()).isEqualTo("22001");
                        assertThat(failure.getMessage()).startsWith("Batch entry " + ROWS / 2 + " ");
                        assertThat(failure.getUpdateCounts()).hasSize(ROWS);
                    });
            connection.rollback();

            assertThat(Rows.count(connection, "SELECT count(*) FROM events WHERE type = '" + type + "'"))
                    .isZero();
            assertThat(gateway.cdf().requests("POST /events")).isZero();
            assertThat(insert(connection, type, 3, -1)).containsExactly(1, 1, 1);
            connection.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void keepsValuesOfAllTypes(String prepareThreshold, RunningGateway gateway) throws SQLException {
        String key = "types-" + prepareThreshold + "-";
        try (Connection connection = connect(gateway, prepareThreshold);
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO events (external_id, start_time, end_time, data_set_id, description, metadata, asset_ids)"
                                + " VALUES (?, ?::timestamptz, ?, ?, ?, ?::json, ?)")) {
            long first = Rows.count(connection, "SELECT min(id) FROM assets");
            long second = Rows.count(connection, "SELECT max(id) FROM assets");
            bind(
                    insert,
                    key + 1,
                    "2024-05-01 12:00:00.123+02",
                    null,
                    "ä€\uD83D\uDE00 '\"\\",
                    "{\"a\": \"b\"}",
                    first,
                    second);
            bind(
                    insert,
                    key + 2,
                    "1999-01-01 00:00:00+00",
                    OffsetDateTime.parse("2030-02-03T04:05:06.007Z"),
                    "x",
                    null);
            bind(insert, key + 3, null, OffsetDateTime.parse("2031-01-01T00:00:00Z"), null, "{\"k\": \"v\"}", second);
            assertThat(insert.executeBatch()).containsExactly(1, 1, 1);

            assertThat(Rows.of(
                            connection,
                            "SELECT start_time AT TIME ZONE 'UTC', end_time AT TIME ZONE 'UTC', data_set_id, description, metadata, asset_ids"
                                    + " FROM events WHERE external_id IN ('" + key + "1', '" + key + "2', '" + key
                                    + "3') ORDER BY external_id"))
                    .containsExactly(
                            "2024-05-01 10:00:00.123|null|null|ä€\uD83D\uDE00 '\"\\|{\"a\":\"b\"}|{" + first + ","
                                    + second + "}",
                            "1999-01-01 00:00:00|2030-02-03 04:05:06.007|null|x|null|null",
                            "null|2031-01-01 00:00:00|null|null|{\"k\":\"v\"}|{" + second + "}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void keepsNumbersExactly(String prepareThreshold, RunningGateway gateway) throws SQLException {
        String series = "numbers-" + prepareThreshold;
        double[] values = {0.1, -1.5e99, 1e-99, 123_456_789.123_456_7, 0};
        try (Connection connection = connect(gateway, prepareThreshold)) {
            Rows.update(
                    connection,
                    "INSERT INTO time_series (external_id, name, is_string) VALUES ('" + series + "', 'n', false)");
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO double_datapoints (external_id, timestamp, value) VALUES (?, ?, ?)")) {
                for (int i = 0; i < values.length; i++) {
                    insert.setString(1, series);
                    insert.setObject(
                            2, OffsetDateTime.parse("2024-01-01T00:00:00Z").plusSeconds(i));
                    insert.setDouble(3, values[i]);
                    insert.addBatch();
                }
                assertThat(insert.executeBatch()).containsOnly(1);
            }

            assertThat(Rows.of(
                                    connection,
                                    "SELECT value FROM double_datapoints WHERE external_id = '" + series
                                            + "' ORDER BY timestamp")
                            .stream()
                            .map(Double::valueOf))
                    .containsExactlyElementsOf(Arrays.stream(values).boxed().toList());
        }
    }

    private static Connection connect(RunningGateway gateway, String prepareThreshold) throws SQLException {
        return gateway.connect(gateway.user(), Map.of("prepareThreshold", prepareThreshold));
    }

    /** @param bad the row whose type is too long */
    private static int[] insert(Connection connection, String type, int rows, int bad) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO events (external_id, type, subtype) VALUES (?, ?, ?)")) {
            for (int i = 0; i < rows; i++) {
                insert.setString(1, type + "-" + i);
                insert.setString(2, i == bad ? "x".repeat(65) : type);
                insert.setString(3, String.valueOf(1_000 + i));
                insert.addBatch();
            }
            return insert.executeBatch();
        }
    }

    private static void bind(
            PreparedStatement insert,
            String key,
            @Nullable String start,
            @Nullable OffsetDateTime end,
            @Nullable String description,
            @Nullable String metadata,
            Long... assets)
            throws SQLException {
        insert.setString(1, key);
        insert.setString(2, start);
        insert.setObject(3, end, Types.TIMESTAMP_WITH_TIMEZONE);
        insert.setNull(4, Types.BIGINT);
        insert.setString(5, description);
        insert.setString(6, metadata);
        insert.setArray(7, assets.length == 0 ? null : insert.getConnection().createArrayOf("int8", assets));
        insert.addBatch();
    }
}
