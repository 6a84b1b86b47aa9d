package org.cdfgateway.engine.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Small clusters and what tests ask of them. */
final class TestClusters {

    private TestClusters() {}

    static Cluster start(Path state, String name, Durability durability) {
        return start(state, spec(name, durability));
    }

    static Cluster start(Path state, ClusterSpec spec) {
        return Cluster.start(spec, Installation.in(state), access -> {});
    }

    static ClusterSpec spec(String name, Durability durability) {
        Map<String, String> settings =
                durability == Durability.DISPOSABLE ? Map.of("fsync", "off", "io_method", "sync") : Map.of();
        return new ClusterSpec(name, durability, settings, List.of(), 0);
    }

    static long postmaster(Path state, String name) throws IOException {
        return PostmasterFile.in(dataDirectory(state, name)).processId().orElseThrow();
    }

    static Path dataDirectory(Path state, String name) {
        return state.resolve(name).resolve("data").resolve("pgdata");
    }

    static void kill(long processId) throws IOException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -KILL " + processId).start();
        if (kill.onExit().join().exitValue() != 0) {
            throw new IOException("cannot kill " + processId);
        }
    }

    static boolean isAlive(long processId) {
        return ProcessHandle.of(processId).map(ProcessHandle::isAlive).orElse(false);
    }

    static boolean hasPostmaster(Path state, String name) {
        return Files.exists(PostmasterFile.in(dataDirectory(state, name)).path());
    }

    static void execute(Cluster cluster, String sql) throws SQLException {
        try (Connection connection = cluster.access().connect(ClusterAccess.MAINTENANCE_DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(Cluster cluster, String query) throws SQLException {
        try (Connection connection = cluster.access().connect(ClusterAccess.MAINTENANCE_DATABASE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "no row";
        }
    }
}
