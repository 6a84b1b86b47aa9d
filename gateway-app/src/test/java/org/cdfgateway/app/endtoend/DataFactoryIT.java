package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What Azure Data Factory does with a PostgreSQL sink: browses tables, imports columns, runs a script before it copies,
 * writes by the COPY command or by bulk insert with a subset of the columns, and reports the run's outcome
 * (reference/postgres-gateway.md section 7.2).
 */
@ExtendWith(GatewayExtension.class)
class DataFactoryIT {
    private final RunningGateway gateway;

    DataFactoryIT(RunningGateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void browsesTheTables() throws SQLException {
        try (Connection connection = gateway.connect()) {
            assertThat(Rows.of(
                            connection,
                            "SELECT table_schema || '.' || table_name FROM information_schema.tables"
                                    + " WHERE table_type IN ('BASE TABLE', 'VIEW', 'FOREIGN')"
                                    + " AND table_schema NOT IN ('pg_catalog', 'information_schema')"))
                    .contains("public.assets", "public.time_series", "public.extraction_pipeline_runs");
        }
    }

    @Test
    void importsTheColumns() throws SQLException {
        try (Connection connection = gateway.connect();
                ResultSet columns =
                        connection.getMetaData().getColumns(null, "public", "extraction_pipeline_runs", "%")) {
            StringBuilder found = new StringBuilder();
            while (columns.next()) {
                found.append(columns.getString("COLUMN_NAME"))
                        .append(' ')
                        .append(columns.getString("TYPE_NAME"))
                        .append('\n');
            }
            assertThat(found).hasToString("""
                    id int8
                    external_id varchar
                    status text
                    message varchar
                    created_time timestamptz
                    """);
        }
        try (Connection connection = gateway.connect();
                Statement statement = connection.createStatement();
                ResultSet empty = statement.executeQuery("SELECT * FROM \"public\".\"assets\" WHERE 1 = 0")) {
            assertThat(empty.getMetaData().getColumnCount()).isEqualTo(14);
            assertThat(empty.next()).isFalse();
        }
    }

    @Test
    void copiesASubsetOfTheColumnsAfterItsScript() throws Exception {
        try (Connection connection = gateway.connect()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            copy.copyIn(
                    "COPY \"public\".\"events\" (\"external_id\", \"type\", \"source\") FROM STDIN (FORMAT CSV, HEADER)",
                    new StringReader("external_id,type,source\nadf-1,order,adf\nadf-2,order,adf\n"));

            int deleted = Rows.update(connection, "DELETE FROM public.events WHERE source = 'adf'");
            long copied = copy.copyIn(
                    "COPY \"public\".\"events\" (\"external_id\", \"source\") FROM STDIN (FORMAT BINARY)",
                    new ByteArrayInputStream(binaryRows("adf-3", "adf-4", "adf-5")));

            assertThat(deleted).isEqualTo(2);
            assertThat(copied).isEqualTo(3);
            assertThat(Rows.of(connection, "SELECT external_id FROM events WHERE source = 'adf' ORDER BY 1"))
                    .containsExactly("adf-3", "adf-4", "adf-5");
        }
    }

    /** PostgreSQL's binary form of COPY for rows of two texts. */
    private static byte[] binaryRows(String... externalIds) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write("PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1));
            out.writeInt(0);
            out.writeInt(0);
            for (String externalId : externalIds) {
                out.writeShort(2);
                for (String value : new String[] {externalId, "adf"}) {
                    byte[] text = value.getBytes(StandardCharsets.UTF_8);
                    out.writeInt(text.length);
                    out.write(text);
                }
            }
            out.writeShort(-1);
        }
        return bytes.toByteArray();
    }

    @Test
    void insertsInBulkWithParameters() throws SQLException {
        try (Connection connection = gateway.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO \"public\".\"assets\" (\"external_id\", \"name\") VALUES (?, ?), (?, ?), (?, ?)")) {
            for (int i = 0; i < 3; i++) {
                insert.setString(2 * i + 1, "adf-asset-" + i);
                insert.setString(2 * i + 2, "asset " + i);
            }
            assertThat(insert.executeUpdate()).isEqualTo(3);
            assertThat(Rows.update(connection, "DELETE FROM assets WHERE external_id LIKE 'adf-asset-%'"))
                    .isEqualTo(3);
        }
    }

    @Test
    void reportsItsRun() throws SQLException {
        try (Connection connection = gateway.connect()) {
            String pipeline = Rows.of(connection, "SELECT external_id FROM extraction_pipelines LIMIT 1")
                    .get(0);
            String count = "SELECT count(*) FROM extraction_pipeline_runs WHERE external_id = '" + pipeline + "'";
            long before = Rows.count(connection, count);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO \"public\".\"extraction_pipeline_runs\" (\"external_id\", \"status\") VALUES (?, ?)")) {
                insert.setString(1, pipeline);
                insert.setString(2, "success");
                assertThat(insert.executeUpdate()).isEqualTo(1);
            }
            assertThat(Rows.count(connection, count)).isEqualTo(before + 1);
        }
    }

    @Test
    void cannotUpsert() throws SQLException {
        try (Connection connection = gateway.connect()) {
            Rows.update(connection, "CREATE TEMP TABLE interim (external_id text, name text)");
            assertThatThrownBy(() -> Rows.update(
                            connection,
                            "INSERT INTO assets (external_id, name) SELECT external_id, name FROM interim"
                                    + " ON CONFLICT (external_id) DO UPDATE SET name = EXCLUDED.name"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isIn("42P10", "0A000"));
        }
    }
}
