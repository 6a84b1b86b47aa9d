package org.cdfgateway.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Measures a running gateway and prints a Markdown table.
 *
 * <pre>
 *  ./gateway demo --scale medium --env-file /tmp/demo.env &amp;
 *  java -cp ... org.cdfgateway.bench.EndToEnd /tmp/demo.env 200000
 * </pre>
 *
 * The number is how many events are written by each way of writing.
 */
public final class EndToEnd {
    private static final int FETCH_SIZE = 10_000;
    private static final int BATCH = 1000;

    private final Target target;
    private final long rows;

    private EndToEnd(Target target, long rows) {
        this.target = target;
        this.rows = rows;
    }

    public static void main(String[] arguments) throws Exception {
        Target target = Target.read(Path.of(arguments[0]));
        long rows = arguments.length > 1 ? Long.parseLong(arguments[1]) : 100_000;
        System.out.println("| what | result |\n| --- | --- |");
        new EndToEnd(target, rows).run();
    }

    private void run() throws Exception {
        try (Connection connection = target.connect()) {
            print(Measurement.latency("connect, first statement, close", 40, this::connectOnce));
            print(Measurement.latency("SELECT 1", 400, () -> count(connection, "SELECT 1")));
            print(Measurement.latency(
                    "SELECT * FROM assets LIMIT 10", 100, () -> count(connection, "SELECT * FROM assets LIMIT 10")));
            print(Measurement.latency(
                    "SELECT by external_id",
                    200,
                    () -> count(connection, "SELECT * FROM assets WHERE external_id = 'nothing'")));
            print(Measurement.throughput(
                    "SELECT id, external_id, name FROM assets",
                    () -> count(connection, "SELECT id, external_id, name FROM assets")));
            print(Measurement.throughput("SELECT * FROM events", () -> count(connection, "SELECT * FROM events")));
            print(Measurement.throughput(
                    "SELECT * FROM double_datapoints of 100 series",
                    () -> count(
                            connection,
                            "SELECT * FROM double_datapoints WHERE id = ANY (ARRAY(SELECT id FROM time_series"
                                    + " WHERE NOT is_string LIMIT 100))")));
            String run = "bench" + System.currentTimeMillis();
            print(Measurement.throughput("COPY events FROM STDIN", () -> copy(connection, new EventRows(run + "c"))));
            print(Measurement.throughput(
                    "INSERT INTO events, prepared, batches of 1,000 in a transaction",
                    () -> insert(connection, new EventRows(run + "i"))));
            BareClient bare = new BareClient(target);
            print(Measurement.throughput(
                    "the same rows posted by a bare HTTP client", () -> bare.post(new EventRows(run + "b"), rows)));
        }
    }

    private Long connectOnce() throws SQLException {
        try (Connection connection = target.connect()) {
            return count(connection, "SELECT 1");
        }
    }

    /** Reads the rows as a client does that takes them slice by slice. */
    private static long count(Connection connection, String sql) throws SQLException {
        connection.setAutoCommit(false);
        long count = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    count++;
                }
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        return count;
    }

    private long copy(Connection connection, EventRows events) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "COPY events (external_id, type, start_time, description) FROM STDIN",
                        new LineStream(events::copyLine, rows));
    }

    private long insert(Connection connection, EventRows events) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO events (external_id, type, description) VALUES (?, 'workorder', ?)")) {
            for (long i = 0; i < rows; i++) {
                insert.setString(1, events.run() + "-" + i);
                insert.setString(2, "Replace seal of pump " + i % 1000);
                insert.addBatch();
                if (i % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
        return rows;
    }

    private static void print(Measurement measurement) {
        System.out.println(measurement.line());
    }
}
