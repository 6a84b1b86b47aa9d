package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

@ExtendWith(GatewayExtension.class)
class WritingIT {

    @Test
    void insertsIntoEveryTable(RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            Rows.update(
                    connection,
                    "INSERT INTO assets (external_id, name) VALUES ('w-area', 'Area'), ('w-other', 'Other')");
            Rows.update(
                    connection,
                    "INSERT INTO assets (external_id, name, parent_id) SELECT 'w-pump', 'Pump', id FROM assets WHERE external_id = 'w-area'");
            Rows.update(
                    connection,
                    "INSERT INTO events (external_id, type, start_time) VALUES ('w-event', 'note', '2024-05-01 12:00+00')");
            Rows.update(
                    connection,
                    "INSERT INTO time_series (external_id, name, is_string) VALUES ('w-number', 'n', false), ('w-text', 't', true)");
            Rows.update(
                    connection,
                    "INSERT INTO double_datapoints (external_id, timestamp, value) SELECT 'w-number', '2024-05-01'::timestamptz + n * interval '1 s', n FROM generate_series(1, 2500) n");
            Rows.update(
                    connection,
                    "INSERT INTO string_datapoints (external_id, timestamp, value) VALUES ('w-text', '2024-05-01', 'on')");
            Rows.update(connection, "INSERT INTO raw_tables (_raw_database, _raw_table) VALUES ('w_db', 'w_table')");
            Rows.update(
                    connection,
                    "INSERT INTO raw_rows (_raw_database, _raw_table, _raw_key, _raw_columns) VALUES ('w_db', 'w_table', 'k', '{\"a\": 1}')");

            assertThat(
                            Rows.of(
                                    connection,
                                    "SELECT a.name, p.name FROM assets a JOIN assets p ON p.id = a.parent_id WHERE a.external_id = 'w-pump'"))
                    .containsExactly("Pump|Area");
            assertThat(Rows.of(
                            connection,
                            "SELECT type, start_time AT TIME ZONE 'UTC' FROM events WHERE external_id = 'w-event'"))
                    .containsExactly("note|2024-05-01 12:00:00");
            assertThat(Rows.of(
                            connection,
                            "SELECT count(*), sum(value) FROM double_datapoints WHERE external_id = 'w-number'"))
                    .containsExactly("2500|3126250");
            assertThat(Rows.of(connection, "SELECT value FROM string_datapoints WHERE external_id = 'w-text'"))
                    .containsExactly("on");
            assertThat(
                            Rows.of(
                                    connection,
                                    "SELECT _raw_columns->>'a' FROM raw_rows WHERE _raw_database = 'w_db' AND _raw_table = 'w_table'"))
                    .containsExactly("1");
        }
    }

    @Test
    void insertsPreparedBatches(RunningGateway gateway) throws SQLException {
        gateway.cdf().resetRequests();
        try (Connection connection = gateway.connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO events (external_id, type, start_time) VALUES (?, ?, now())")) {
                for (int i = 0; i < 2_500; i++) {
                    insert.setString(1, "batch-" + i);
                    insert.setString(2, "batch");
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();

            assertThat(Rows.count(connection, "SELECT count(*) FROM events WHERE type = 'batch'"))
                    .isEqualTo(2_500);
            assertThat(gateway.cdf().requests("POST /events")).isLessThanOrEqualTo(5);
        }
    }

    @Test
    void copiesInAndOut(RunningGateway gateway) throws Exception {
        try (Connection connection = gateway.connect()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            String lines = IntStream.range(0, 3_000)
                    .mapToObj(i -> "copy-" + i + ",\"copied, " + i + "\"\n")
                    .collect(Collectors.joining());

            long copied = copy.copyIn(
                    "COPY assets (external_id, name) FROM STDIN WITH (FORMAT csv)", new StringReader(lines));
            StringWriter out = new StringWriter();
            copy.copyOut(
                    "COPY (SELECT external_id, name FROM assets WHERE external_id IN ('copy-0', 'copy-2999') ORDER BY 1) TO STDOUT WITH (FORMAT csv)",
                    out);

            assertThat(copied).isEqualTo(3_000);
            assertThat(out).hasToString("copy-0,\"copied, 0\"\ncopy-2999,\"copied, 2999\"\n");
        }
    }

    /** postgres_fdw gives up its connection when a COMMIT fails, and makes a new one. */
    @Test
    void oneTransactionMakesLabelsAndTheAssetsThatCarryThem(RunningGateway gateway) throws Exception {
        try (Connection connection = gateway.connect()) {
            connection.setAutoCommit(false);
            Rows.update(connection, "INSERT INTO assets (external_id, name) VALUES ('unlabelled', 'a')");
            Rows.update(connection, "INSERT INTO labels (external_id, name) VALUES ('l-new', 'New')");
            Rows.update(
                    connection, "INSERT INTO assets (external_id, name, labels) VALUES ('labelled', 'b', '{l-new}')");
            connection.commit();

            assertThat(Rows.of(connection, "SELECT labels FROM assets WHERE external_id = 'labelled'"))
                    .containsExactly("{l-new}");
        }
    }

    @Test
    void copiesTheRowsThatItsConditionWants(RunningGateway gateway) throws Exception {
        try (Connection connection = gateway.connect()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();

            long copied = copy.copyIn(
                    "COPY assets (external_id, name) FROM STDIN WHERE name LIKE 'wanted%' AND external_id <> 'where-3'",
                    new StringReader("where-1\twanted one\nwhere-2\tunwanted\nwhere-3\twanted too\n"));

            assertThat(copied).isEqualTo(1);
            assertThat(Rows.of(connection, "SELECT name FROM assets WHERE external_id LIKE 'where-%'"))
                    .containsExactly("wanted one");
        }
    }

    @Test
    void readsAndWritesOnAfterCdfHasRefusedACommit(RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            Rows.update(connection, "INSERT INTO events (external_id) VALUES ('it-refused')");

            assertThatThrownBy(() -> Rows.update(connection, "INSERT INTO events (external_id) VALUES ('it-refused')"))
                    .hasMessageContaining("CDF has items with these keys already");

            assertThat(Rows.count(connection, "SELECT count(*) FROM events WHERE external_id = 'it-refused'"))
                    .isEqualTo(1);
            assertThat(Rows.update(connection, "INSERT INTO events (external_id) VALUES ('it-accepted')"))
                    .isEqualTo(1);
        }
    }

    @Test
    void discardsWhatIsRolledBack(RunningGateway gateway) throws SQLException {
        gateway.cdf().resetRequests();
        try (Connection connection = gateway.connect()) {
            connection.setAutoCommit(false);
            Rows.update(connection, "INSERT INTO events (external_id, type) VALUES ('rolled-back', 'x')");
            connection.rollback();

            assertThat(Rows.count(connection, "SELECT count(*) FROM events WHERE external_id = 'rolled-back'"))
                    .isZero();
            assertThat(gateway.cdf().requests("POST /events")).isZero();
        }
    }

    @Test
    void returnsWhatCdfHasFilledIn(RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO assets (external_id, name) VALUES ('returned', 'R') RETURNING id, created_time > '2000-01-01'");
                ResultSet row = insert.executeQuery()) {
            assertThat(row.next()).isTrue();
            assertThat(row.getLong(1)).isPositive();
            assertThat(row.getBoolean(2)).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            INSERT INTO assets (name) VALUES (repeat('x', 200))                     | 22001
            INSERT INTO assets (external_id) VALUES ('nameless')                    | 23502
            INSERT INTO assets (id, name) VALUES (1, 'x')                           | 428C9
            INSERT INTO events (metadata) VALUES ('{')                              | 22P02
            INSERT INTO events (start_time) VALUES ('not a time')                   | 22007
            INSERT INTO assets (external_id, name) VALUES ('twice', 'x'), ('twice', 'x') | 23505
            INSERT INTO double_datapoints (external_id, timestamp, value) VALUES ('no such series', now(), 1) | 23503
            INSERT INTO assets (external_id, name) VALUES ('c', 'x') ON CONFLICT DO NOTHING | 0A000
            """)
    void refusesWithPostgresCodes(String sql, String sqlState, RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            assertThatThrownBy(() -> Rows.update(connection, sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo(sqlState));
        }
    }
}
