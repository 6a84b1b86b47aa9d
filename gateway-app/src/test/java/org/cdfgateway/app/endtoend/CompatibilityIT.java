package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cdfgateway.domain.migration.LegacyColumn;
import org.cdfgateway.domain.migration.LegacyTable;
import org.cdfgateway.domain.port.inbound.VersionMapping;
import org.cdfgateway.sql.SqlMigration;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** SQL of version 1.0 does in schema v1 what it does in 2.0 once it is rewritten. */
@ExtendWith(GatewayExtension.class)
class CompatibilityIT {

    private static final Path CORPUS = Path.of("..", "gateway-sql", "src", "test", "resources", "migration");

    /** SQL that can run alone: no tables of the client's own, no placeholders, and no schema, as public has no raw. */
    private static final Pattern ALONE = Pattern.compile(
            "(?s)(?!.*(stag|pumps|public|\\$\\d|[?;@]|:'|%\\())(SELECT|WITH|INSERT|UPDATE|DELETE|MERGE) .*");

    private static final List<String> SETUP = List.of(
            "INSERT INTO raw_rows (_raw_database, _raw_table, _raw_key, _raw_columns) SELECT 'sap', 'orders', 'v1-' || n, json_build_object('status', n, 'key', 'k') FROM generate_series(1, 5) n",
            "INSERT INTO assets (external_id, name) VALUES ('v1-1', 'Pump of schema v1')");

    @TestFactory
    Stream<DynamicTest> corpusReturnsTheSameInBothVersions(RunningGateway gateway) throws Exception {
        SqlMigration migration = new SqlMigration(VersionMapping.PRODUCT);
        Connection old = old(gateway);
        Connection current = gateway.connect();
        for (String statement : SETUP) {
            Rows.update(current, statement);
        }
        return corpus("reads.sql").stream()
                .map(sql -> DynamicTest.dynamicTest(sql, () -> {
                    String migrated = migration.migrate(sql).text();
                    assertThat(result(old, sql)).isEqualTo(result(current, migrated));
                    assertThat(remoteConditions(old, sql)).isEqualTo(remoteConditions(current, migrated));
                }))
                .onClose(() -> {
                    close(old);
                    close(current);
                });
    }

    @TestFactory
    Stream<DynamicTest> corpusIsPlannedTheSameInBothVersions(RunningGateway gateway) throws Exception {
        SqlMigration migration = new SqlMigration(VersionMapping.PRODUCT);
        return corpus("statements.sql").stream()
                .filter(sql ->
                        ALONE.matcher(sql).matches() && !migration.migrate(sql).hasProblems())
                .map(sql -> DynamicTest.dynamicTest(sql, () -> {
                    try (Connection old = old(gateway);
                            Connection current = gateway.connect()) {
                        assertThat(plan(old, sql))
                                .isEqualTo(plan(current, migration.migrate(sql).text()))
                                .doesNotContain("error 42601", "error 42703", "error 42P01");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyTableHasTheColumnsOfVersionOne(RunningGateway gateway) {
        return VersionMapping.PRODUCT.legacyTables().stream()
                .map(table -> DynamicTest.dynamicTest(table.name(), () -> {
                    try (Connection connection = gateway.connect()) {
                        List<String> header = result(connection, "SELECT * FROM v1." + table.name() + " LIMIT 0")
                                .subList(0, 1);

                        assertThat(header).containsExactly(String.join("|", names(table)));
                        assertThat(types(connection, "v1", table.name())).containsAll(expectedTypes(connection, table));
                    }
                }));
    }

    @Test
    void conditionsReachCdf(RunningGateway gateway) throws SQLException {
        try (Connection connection = old(gateway)) {
            assertThat(
                            Rows.of(
                                    connection,
                                    "EXPLAIN VERBOSE SELECT key FROM raw WHERE database = 'sap' AND \"table\" = 'orders' AND key = 'a'"))
                    .anySatisfy(line -> assertThat(line)
                            .contains("Remote SQL")
                            .contains("_raw_database = 'sap'")
                            .contains("_raw_key = 'a'"));
        }
    }

    @Test
    void writesEveryTableThatHasChanged(RunningGateway gateway) throws Exception {
        try (Connection connection = old(gateway)) {
            Rows.update(
                    connection,
                    "INSERT INTO raw (database, \"table\", key, columns) VALUES ('v1_db', 'v1_table', 'a', '{\"n\": 1}')");
            Rows.update(
                    connection,
                    "INSERT INTO timeseries (external_id, name, is_string) VALUES ('v1-series', 'n', false)");
            Rows.update(
                    connection,
                    "INSERT INTO datapoints (external_id, timestamp, value) VALUES ('v1-series', '2024-05-01', 1.5)");
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            copy.copyIn(
                    "COPY raw (database, \"table\", key, columns) FROM STDIN",
                    new StringReader("v1_db\tv1_table\tb\t{}\n"));
            copy.copyIn(
                    "COPY v1.datapoints (external_id, timestamp, value) FROM STDIN",
                    new StringReader("v1-series\t2024-05-02\t2\n"));
            StringWriter out = new StringWriter();
            copy.copyOut("COPY v1.datapoints (value) TO STDOUT", new StringWriter());
            copy.copyOut(
                    "COPY (SELECT key, columns FROM raw WHERE database = 'v1_db' ORDER BY key) TO STDOUT CSV HEADER",
                    out);

            assertThat(Rows.of(connection, "SELECT name, legacy_name FROM timeseries WHERE external_id = 'v1-series'"))
                    .containsExactly("n|null");
            assertThat(Rows.of(
                            connection,
                            "SELECT value FROM datapoints WHERE external_id = 'v1-series' ORDER BY timestamp"))
                    .containsExactly("1.5", "2");
            assertThat(out).hasToString("key,columns\na,\"{\"\"n\"\":1}\"\nb,{}\n");
        }
    }

    @Test
    void refusesToWriteWhatIsGone(RunningGateway gateway) throws SQLException {
        try (Connection connection = old(gateway)) {
            assertThatThrownBy(() -> Rows.update(
                            connection, "INSERT INTO timeseries (external_id, legacy_name) VALUES ('v1-gone', 'x')"))
                    .hasMessageContaining("column \"legacy_name\" of table \"timeseries\" cannot be written")
                    .hasMessageContaining("docs/migration.md");
            assertThatThrownBy(() -> Rows.update(
                            connection,
                            "WITH x AS (INSERT INTO timeseries (legacy_name) VALUES ('x') RETURNING 1) SELECT FROM x"))
                    .hasMessageContaining("docs/migration.md");
        }
    }

    @Test
    void refusesParametersForWhatIsGone(RunningGateway gateway) throws SQLException {
        try (Connection connection = gateway.connect(gateway.user(), Map.of("stringtype", "unspecified"));
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO v1.timeseries (external_id, legacy_name, asset_id) VALUES (?, ?, ?)")) {
            insert.setString(1, "v1-gone");
            insert.setString(2, "x");
            insert.setLong(3, 1);

            assertThatThrownBy(insert::executeUpdate).hasMessageContaining("docs/migration.md");
        }
    }

    @Test
    void temporaryTablesComeFirst(RunningGateway gateway) throws Exception {
        try (Connection connection = old(gateway)) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            Rows.update(connection, "CREATE TEMP TABLE raw (key text)");
            Rows.update(connection, "INSERT INTO raw VALUES ('mine')");

            assertThatThrownBy(() -> copy.copyIn("COPY raw (key) FROM STDIN", new StringReader("k\n")))
                    .hasMessageContaining("COPY cannot tell your temporary table \"raw\" from that of schema v1")
                    .hasMessageContaining("Write pg_temp.raw or v1.raw.");
            assertThat(copy.copyIn("COPY pg_temp.raw (key) FROM STDIN", new StringReader("k\n")))
                    .isEqualTo(1);
            StringWriter out = new StringWriter();
            copy.copyOut("COPY raw TO STDOUT", out);
            assertThat(out).hasToString("mine\nk\n");

            Rows.update(connection, "DROP TABLE raw");
            assertThat(copy.copyIn(
                            "COPY raw (database, \"table\", key, columns) FROM STDIN",
                            new StringReader("v1_temp\tt\ta\t{}\n")))
                    .isEqualTo(1);
            assertThat(Rows.of(connection, "SELECT key FROM raw WHERE database = 'v1_temp' AND \"table\" = 't'"))
                    .containsExactly("a");
        }
    }

    @Test
    void copyGoesInBatches(RunningGateway gateway) throws Exception {
        String lines = IntStream.range(0, 2_000)
                .mapToObj(n -> "v1_batch\tt\t" + n + "\t{}\n")
                .collect(Collectors.joining());
        try (Connection connection = old(gateway)) {
            gateway.cdf().resetRequests();
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();

            copy.copyIn("COPY raw (database, \"table\", key, columns) FROM STDIN", new StringReader(lines));

            assertThat(gateway.cdf().requests().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isLessThan(10);
        }
    }

    private static Connection old(RunningGateway gateway) throws SQLException {
        Connection connection = gateway.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = v1, public");
        }
        return connection;
    }

    /** The SQL of 1.0 in the corpus; plans name columns, which differ, and schema public has no table of 1.0. */
    private static List<String> corpus(String file) throws IOException {
        List<String> statements = new ArrayList<>();
        for (String text : Files.readString(CORPUS.resolve(file)).split("(?m)^-- @ .*\\n", -1)) {
            int arrow = text.indexOf("\n-- =>\n");
            if (arrow > 0 && !text.startsWith("EXPLAIN") && !text.contains("public")) {
                statements.add(text.substring(0, arrow));
            }
        }
        return statements;
    }

    /** The names of the columns, then the rows. */
    private static List<String> result(Connection connection, String sql) throws SQLException {
        List<String> result = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            ResultSetMetaData columns = rows.getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                names.add(columns.getColumnLabel(i));
            }
            result.add(String.join("|", names));
        }
        result.addAll(Rows.of(connection, sql));
        return result;
    }

    /** What the gateway is asked to do for the statement, but for the columns, of which {@code *} has more in 2.0. */
    private static List<String> remoteConditions(Connection connection, String sql) throws SQLException {
        return Rows.of(connection, "EXPLAIN VERBOSE " + sql).stream()
                .filter(line -> line.contains("Remote SQL: "))
                .map(line -> line.substring(Math.max(0, line.indexOf(" FROM "))))
                .toList();
    }

    private static List<String> plan(Connection connection, String sql) {
        try {
            return remoteConditions(connection, sql);
        } catch (SQLException e) {
            return List.of("error " + e.getSQLState());
        }
    }

    private static List<String> names(LegacyTable table) {
        return table.columns().stream().map(LegacyColumn::name).toList();
    }

    private static List<String> types(Connection connection, String schema, String table) throws SQLException {
        return Rows.of(
                connection,
                "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute WHERE attnum > 0 AND attrelid = '"
                        + schema + "." + table + "'::regclass");
    }

    /** As the view of 2.0 has them, under their old names. */
    private static List<String> expectedTypes(Connection connection, LegacyTable table) throws SQLException {
        List<String> current = types(connection, "public", table.successor().name());
        List<String> expected = new ArrayList<>();
        for (LegacyColumn column : table.columns()) {
            column.successor()
                    .ifPresent(name -> current.stream()
                            .filter(type -> type.startsWith(name + "|"))
                            .map(type -> column.name() + type.substring(name.length()))
                            .forEach(expected::add));
        }
        return expected;
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
