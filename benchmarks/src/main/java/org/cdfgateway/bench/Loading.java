package org.cdfgateway.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.concurrent.Callable;
import org.postgresql.PGConnection;

/**
 * Loads assets and data points through the gateway, by COPY and by prepared batches of 1,000, and posts the same rows with
 * a bare HTTP client in the same run:
 *
 * <pre>
 *  java -cp ... org.cdfgateway.bench.Loading /tmp/demo.env 1000000 5000000
 * </pre>
 *
 * The numbers are how many assets and data points each way loads.
 */
public final class Loading {
    private static final int BATCH = 1_000;
    private static final int BARE_POINTS = 10_000;
    private static final long START = 1_600_000_000_000L;

    private final Target target;
    private final String run = "load" + System.currentTimeMillis();

    private Loading(Target target) {
        this.target = target;
    }

    public static void main(String[] arguments) throws Exception {
        Loading loading = new Loading(Target.read(Path.of(arguments[0])));
        System.out.println("| what | result |\n| --- | --- |");
        loading.assets(Long.parseLong(arguments[1]));
        loading.points(Long.parseLong(arguments[2]));
    }

    private void assets(long count) throws Exception {
        BareClient bare = new BareClient(target);
        try (Connection connection = target.connect()) {
            print(
                    "COPY assets FROM STDIN",
                    () -> copy(
                            connection,
                            "assets (external_id, name, description)",
                            new LineStream(this::assetLine, count)));
            print(
                    "INSERT INTO assets, prepared, batches of 1,000 in a transaction",
                    () -> insertAssets(connection, count));
            print(
                    "the same assets posted by a bare HTTP client",
                    () -> bare.post("/assets", this::assetJson, BATCH, count));
        }
    }

    private void points(long count) throws Exception {
        BareClient bare = new BareClient(target);
        try (Connection connection = target.connect()) {
            for (String way : new String[] {"c", "i", "b"}) {
                try (PreparedStatement series =
                        connection.prepareStatement("INSERT INTO time_series (external_id) VALUES (?)")) {
                    series.setString(1, run + way);
                    series.executeUpdate();
                }
            }
            print(
                    "COPY double_datapoints FROM STDIN",
                    () -> copy(
                            connection,
                            "double_datapoints (external_id, timestamp, value)",
                            new LineStream(this::pointLine, count)));
            print(
                    "INSERT INTO double_datapoints, prepared, batches of 1,000 in a transaction",
                    () -> insertPoints(connection, count));
            print(
                    "the same points posted as JSON by a bare HTTP client, 10,000 at a time",
                    () -> bare.post("/timeseries/data", this::pointsJson, 1, count / BARE_POINTS) * BARE_POINTS);
        }
    }

    private String assetLine(long i) {
        return run + "c-" + i + "\tPump " + i % 1000 + "\tA pump that moves water from here to there\n";
    }

    private String assetJson(long i) {
        return "{\"externalId\":\"" + run + "b-" + i + "\",\"name\":\"Pump " + i % 1000
                + "\",\"description\":\"A pump that moves water from here to there\"}";
    }

    private String pointLine(long i) {
        return run + "c\t" + new Timestamp(START + i * 1000).toInstant() + "\t" + i / 7.0 + "\n";
    }

    private String pointsJson(long request) {
        StringBuilder json = new StringBuilder("{\"externalId\":\"" + run + "b\",\"datapoints\":[");
        for (long i = request * BARE_POINTS; i < (request + 1) * BARE_POINTS; i++) {
            json.append(i == request * BARE_POINTS ? "" : ",")
                    .append("{\"timestamp\":")
                    .append(START + i * 1000)
                    .append(",\"value\":")
                    .append(i / 7.0)
                    .append('}');
        }
        return json.append("]}").toString();
    }

    private static long copy(Connection connection, String into, LineStream lines) throws SQLException, IOException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + into + " FROM STDIN", lines);
    }

    private long insertAssets(Connection connection, long count) throws SQLException {
        return batches(
                connection,
                "INSERT INTO assets (external_id, name, description) VALUES (?, ?, ?)",
                count,
                (insert, i) -> {
                    insert.setString(1, run + "i-" + i);
                    insert.setString(2, "Pump " + i % 1000);
                    insert.setString(3, "A pump that moves water from here to there");
                });
    }

    private long insertPoints(Connection connection, long count) throws SQLException {
        return batches(
                connection,
                "INSERT INTO double_datapoints (external_id, timestamp, value) VALUES (?, ?, ?)",
                count,
                (insert, i) -> {
                    insert.setString(1, run + "i");
                    insert.setTimestamp(2, new Timestamp(START + i * 1000));
                    insert.setDouble(3, i / 7.0);
                });
    }

    @FunctionalInterface
    private interface Row {
        void set(PreparedStatement insert, long number) throws SQLException;
    }

    private static long batches(Connection connection, String sql, long count, Row row) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (long i = 0; i < count; i++) {
                row.set(insert, i);
                insert.addBatch();
                if (i % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
        return count;
    }

    private static void print(String what, Callable<Long> work) throws Exception {
        System.out.println(Measurement.throughput(what, work).line());
    }
}
