package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** UPDATE and DELETE in many shapes. */
@ExtendWith(GatewayExtension.class)
class ChangingIT {

    @BeforeEach
    void fill(RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            Rows.update(connection, "DELETE FROM events WHERE external_id LIKE 'ch-%'");
            Rows.update(
                    connection,
                    "INSERT INTO events (external_id, type, subtype, description, metadata, start_time)"
                            + " SELECT 'ch-' || n, 'change', CASE WHEN n % 2 = 0 THEN 'even' ELSE 'odd' END, 'event ' || n,"
                            + " json_build_object('n', n::text), '2024-01-01'::timestamptz + n * interval '1 day'"
                            + " FROM generate_series(1, 9) n");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            UPDATE events SET description = 'x' WHERE external_id = 'ch-1'                                                 | 1 | 1
            UPDATE events SET description = 'x' WHERE external_id IN ('ch-1', 'ch-2', 'nothing')                           | 2 | 2
            UPDATE events SET description = 'x' WHERE external_id = 'nothing'                                              | 0 | 0
            UPDATE events SET description = 'x' WHERE type = 'change' AND subtype = 'odd'                                  | 5 | 5
            UPDATE events SET description = 'x' WHERE external_id LIKE 'ch-%' AND upper(subtype) = 'EVEN'                  | 4 | 4
            UPDATE events SET description = 'x' WHERE type = 'change' AND metadata ->> 'n' IN ('3', '4')                   | 2 | 2
            UPDATE events SET description = 'x' WHERE type = 'change' AND start_time < now() AND random() < 2              | 9 | 9
            UPDATE events SET description = 'x' WHERE id = (SELECT id FROM events WHERE external_id = 'ch-5')              | 1 | 1
            UPDATE events SET description = 'x' FROM (VALUES ('ch-1'), ('ch-9')) v (k) WHERE events.external_id = v.k      | 2 | 2
            UPDATE events e SET description = 'x' FROM events f WHERE f.external_id = e.external_id AND f.type = 'change'  | 9 | 9
            UPDATE events SET description = 'x' WHERE external_id IN (SELECT 'ch-' || n FROM generate_series(1, 3) n)      | 3 | 3
            WITH u AS (UPDATE events SET description = 'x' WHERE external_id = 'ch-2' RETURNING 1) SELECT count(*) FROM u  | -1 | 1
            UPDATE events SET description = left('xyz', 1) || '' WHERE external_id = 'ch-1'                                | 1 | 1
            UPDATE events SET description = CASE WHEN subtype = 'odd' THEN 'x' ELSE description END WHERE type = 'change'  | 9 | 5
            UPDATE events SET description = 'x', metadata = '{"n": "1"}', subtype = NULL WHERE external_id = 'ch-3'        | 1 | 1
            UPDATE events SET description = repeat('x', subtype_length) FROM (SELECT 1 AS subtype_length) s WHERE type = 'change' | 9 | 9
            """)
    void updates(String sql, int count, int changed, RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            if (count < 0) {
                Rows.of(connection, sql);
            } else {
                assertThat(Rows.update(connection, sql)).isEqualTo(count);
            }

            assertThat(Rows.count(
                            connection, "SELECT count(*) FROM events WHERE type = 'change' AND description = 'x'"))
                    .isEqualTo(changed);
            assertThat(Rows.count(connection, "SELECT count(*) FROM events WHERE type = 'change'"))
                    .isEqualTo(9);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            DELETE FROM events WHERE external_id = 'ch-1'                                                    | 1
            DELETE FROM events WHERE external_id = ANY (ARRAY['ch-1', 'ch-2', 'nothing'])                    | 2
            DELETE FROM events WHERE external_id LIKE 'ch-%'                                                 | 9
            DELETE FROM events WHERE type = 'change' AND length(description) + 1 = 8 AND subtype <> 'odd'    | 4
            DELETE FROM events USING (VALUES ('ch-3')) v (k) WHERE external_id = v.k                         | 1
            DELETE FROM events WHERE type = 'change' AND id NOT IN (SELECT max(id) FROM events WHERE type = 'change') | 8
            DELETE FROM events WHERE type = 'change' AND start_time > now()                                  | 0
            DELETE FROM events WHERE type = 'change' AND (metadata ->> 'n')::int > 7                         | 2
            """)
    void deletes(String sql, int count, RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            assertThat(Rows.update(connection, sql)).isEqualTo(count);

            assertThat(Rows.count(connection, "SELECT count(*) FROM events WHERE type = 'change'"))
                    .isEqualTo(9 - count);
        }
    }

    @Test
    void computesFromEachRow(RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            assertThat(
                            Rows.update(
                                    connection,
                                    "UPDATE events SET description = upper(description) || '!', end_time = start_time + interval '1 hour',"
                                            + " metadata = json_build_object('was', metadata ->> 'n') WHERE type = 'change' AND subtype = 'even'"))
                    .isEqualTo(4);

            assertThat(
                            Rows.of(
                                    connection,
                                    "SELECT description, end_time - start_time, metadata ->> 'was' FROM events WHERE external_id = 'ch-4'"))
                    .containsExactly("EVENT 4!|01:00:00|4");
        }
    }

    @Test
    void returnsRows(RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            assertThat(
                            Rows.of(
                                    connection,
                                    "UPDATE events SET subtype = 'r' WHERE external_id = 'ch-1' RETURNING external_id, subtype, last_updated_time >= created_time"))
                    .containsExactly("ch-1|r|t");
            assertThat(
                            Rows.of(
                                    connection,
                                    "UPDATE events SET subtype = 'n' || now() WHERE external_id = 'ch-1' RETURNING length(subtype) > 5"))
                    .containsExactly("t");
            assertThat(Rows.of(
                            connection,
                            "DELETE FROM events WHERE external_id IN ('ch-2', 'ch-3') RETURNING description"))
                    .containsExactlyInAnyOrder("event 2", "event 3");
            assertThat(
                            Rows.of(
                                    connection,
                                    "DELETE FROM events WHERE type = 'change' AND start_time < now() - interval '1 day' RETURNING external_id, metadata ->> 'n'"))
                    .hasSize(7)
                    .contains("ch-9|9");
        }
    }

    @Test
    void preparedStatementsAreGathered(RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE events SET description = ? WHERE external_id = ?")) {
                for (int i = 1; i <= 9; i++) {
                    update.setString(1, "batch " + i);
                    update.setString(2, "ch-" + i);
                    update.addBatch();
                }
                assertThat(update.executeBatch()).containsOnly(1);
            }
            gateway.cdf().resetRequests();
            connection.commit();

            assertThat(gateway.cdf().requests("POST /events/update")).isEqualTo(1);
            assertThat(Rows.of(connection, "SELECT description FROM events WHERE external_id = 'ch-7'"))
                    .containsExactly("batch 7");
        }
    }

    @Test
    void transactionsAreHeldBackAndUndone(RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            connection.setAutoCommit(false);
            Rows.update(connection, "UPDATE events SET description = 'kept' WHERE external_id = 'ch-1'");
            Savepoint savepoint = connection.setSavepoint();
            Rows.update(connection, "DELETE FROM events WHERE type = 'change'");
            connection.rollback(savepoint);
            Rows.update(connection, "INSERT INTO events (external_id, type) VALUES ('ch-new', 'change')");
            assertThat(Rows.update(connection, "UPDATE events SET description = 'own' WHERE external_id = 'ch-new'"))
                    .isEqualTo(1);
            assertThat(Rows.update(connection, "DELETE FROM events WHERE external_id = 'ch-new'"))
                    .isEqualTo(1);
            Rows.update(connection, "INSERT INTO events (external_id, type) VALUES ('ch-new', 'change')");
            connection.commit();

            assertThat(
                            Rows.of(
                                    connection,
                                    "SELECT external_id, description FROM events WHERE external_id IN ('ch-1', 'ch-new') ORDER BY 1"))
                    .containsExactly("ch-1|kept", "ch-new|null");
            Rows.update(connection, "DELETE FROM events WHERE type = 'change'");
            connection.rollback();
            assertThat(Rows.count(connection, "SELECT count(*) FROM events WHERE type = 'change'"))
                    .isEqualTo(10);
        }
    }

    @Test
    void changesAssetTrees(RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            Rows.update(
                    connection,
                    "INSERT INTO assets (external_id, name, parent_external_id) VALUES ('ch-root', 'r', NULL), ('ch-mid', 'm', 'ch-root'), ('ch-leaf', 'l', 'ch-mid')");

            assertThat(Rows.update(
                            connection,
                            "UPDATE assets SET name = name || '-' || external_id WHERE external_id LIKE 'ch-%'"))
                    .isEqualTo(3);
            assertThat(Rows.of(connection, "SELECT name FROM assets WHERE external_id = 'ch-mid'"))
                    .containsExactly("m-ch-mid");
            assertThat(Rows.update(connection, "DELETE FROM assets WHERE external_id LIKE 'ch-%'"))
                    .isEqualTo(3);
        }
    }

    @Test
    void changesDatapointsAndRawRows(RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            Rows.update(connection, "INSERT INTO time_series (external_id, is_string) VALUES ('ch-ts', false)");
            Rows.update(
                    connection,
                    "INSERT INTO double_datapoints (external_id, timestamp, value) SELECT 'ch-ts', '2024-05-01'::timestamptz + n * interval '1 s', n FROM generate_series(1, 10) n");
            Rows.update(connection, "INSERT INTO raw_tables (_raw_database, _raw_table) VALUES ('ch_db', 'ch_t')");
            Rows.update(
                    connection,
                    "INSERT INTO raw_rows (_raw_database, _raw_table, _raw_key, _raw_columns) VALUES ('ch_db', 'ch_t', 'a', '{\"x\": 1}'), ('ch_db', 'ch_t', 'b', '{}')");

            assertThat(
                            Rows.update(
                                    connection,
                                    "UPDATE double_datapoints SET value = value * 10 WHERE external_id = 'ch-ts' AND value > 5"))
                    .isEqualTo(5);
            assertThat(Rows.update(
                            connection,
                            "DELETE FROM double_datapoints WHERE external_id = 'ch-ts' AND value BETWEEN 2 AND 4"))
                    .isEqualTo(3);
            assertThat(
                            Rows.of(
                                    connection,
                                    "SELECT string_agg(value::text, ',' ORDER BY timestamp) FROM double_datapoints WHERE external_id = 'ch-ts'"))
                    .containsExactly("1,5,60,70,80,90,100");
            assertThat(
                            Rows.update(
                                    connection,
                                    "UPDATE raw_rows SET _raw_columns = '{\"x\": 2}' WHERE _raw_database = 'ch_db' AND _raw_table = 'ch_t' AND _raw_key = 'a'"))
                    .isEqualTo(1);
            assertThat(
                            Rows.update(
                                    connection,
                                    "DELETE FROM raw_rows WHERE _raw_database = 'ch_db' AND _raw_table = 'ch_t' AND _raw_key IN ('b', 'c')"))
                    .isEqualTo(1);
            assertThat(
                            Rows.of(
                                    connection,
                                    "SELECT _raw_key, _raw_columns ->> 'x' FROM raw_rows WHERE _raw_database = 'ch_db' AND _raw_table = 'ch_t'"))
                    .containsExactly("a|2");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            UPDATE events SET id = 5 WHERE external_id = 'ch-1'                                      | 428C9
            UPDATE events SET type = repeat('x', 65) WHERE external_id = 'ch-1'                      | 22001
            UPDATE events SET type = type || repeat('x', 65) WHERE external_id = 'ch-1'              | 22001
            UPDATE assets SET name = NULL                                                            | 23502
            UPDATE events SET metadata = '{' WHERE external_id = 'ch-1'                              | 22P02
            UPDATE events SET description = 'x' WHERE type = 'change' AND 1 / (length(subtype) - 3) > 0 | 22012
            UPDATE events SET description = (1 / (length(subtype) - 3))::varchar WHERE type = 'change' | 22012
            SELECT name FROM assets FOR UPDATE                                                       | 0A000
            UPDATE events SET description = (1 / length(ltrim(type, 'change')))::text WHERE type = 'change' | 22012
            DELETE FROM events WHERE type = 'change' AND subtype::integer = 1 | 22P02
            """)
    void refusesWithPostgresCodes(String sql, String sqlState, RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            assertThatThrownBy(() -> Rows.update(connection, sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState())
                                    .as(failure.getMessage())
                                    .isEqualTo(sqlState));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE labels SET name = 'x'                        | cannot UPDATE rows of table "labels"
            DELETE FROM units WHERE name LIKE 'k%'              | cannot DELETE rows of table "units"
            UPDATE extraction_pipeline_runs SET message = now() | cannot UPDATE rows of table "extraction_pipeline_runs"
            DELETE FROM extraction_pipeline_runs                | cannot DELETE rows of table "extraction_pipeline_runs"
            """)
    void saysWhatCannotBeDone(String sql, String message, RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect()) {
            assertThatThrownBy(() -> Rows.update(connection, sql)).hasMessageContaining(message);
        }
    }

    @Test
    void explainsWithoutChangingAnything(RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect();
                PreparedStatement explain = connection.prepareStatement(
                        "EXPLAIN VERBOSE UPDATE events SET description = 'x' WHERE external_id LIKE 'ch-%'");
                ResultSet plan = explain.executeQuery()) {
            assertThat(plan.next()).isTrue();
            assertThat(Rows.count(connection, "SELECT count(*) FROM events WHERE description = 'x'"))
                    .isZero();
        }
    }
}
