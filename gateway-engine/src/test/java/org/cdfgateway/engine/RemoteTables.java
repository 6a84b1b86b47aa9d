package org.cdfgateway.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.ScanEndpoint;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.engine.process.Cluster;
import org.cdfgateway.engine.process.ClusterAccess;
import org.cdfgateway.engine.process.ClusterSpec;
import org.cdfgateway.engine.process.Durability;
import org.cdfgateway.engine.process.Installation;

/** Stands in for the scan endpoint: plain tables in a PostgreSQL, texts without length. */
public final class RemoteTables implements AutoCloseable {

    private final Cluster cluster;

    private RemoteTables(Cluster cluster) {
        this.cluster = cluster;
    }

    public static RemoteTables start(Path state, List<TableDefinition> tables) {
        return start(state, "remote", tables);
    }

    /** @param name tells several apart that share a state directory */
    public static RemoteTables start(Path state, String name, List<TableDefinition> tables) {
        ClusterSpec spec = new ClusterSpec(
                name,
                Durability.DISPOSABLE,
                Map.of("fsync", "off"),
                List.of("host cdf cdf 127.0.0.1/32 scram-sha-256"),
                0);
        return new RemoteTables(Cluster.start(spec, Installation.in(state), access -> create(tables, access)));
    }

    public ScanEndpoint endpoint() {
        ClusterAccess access = cluster.access();
        return new ScanEndpoint("127.0.0.1", access.address().getPort(), password(access));
    }

    public Connection connect() throws SQLException {
        return cluster.access().connect("cdf");
    }

    @Override
    public void close() {
        cluster.close();
    }

    private static Secret password(ClusterAccess access) {
        return access.passwordOf("cdf");
    }

    private static void create(List<TableDefinition> tables, ClusterAccess access) throws SQLException {
        try (Connection admin = access.connect(ClusterAccess.MAINTENANCE_DATABASE);
                Statement statement = admin.createStatement()) {
            statement.execute(
                    "CREATE ROLE cdf LOGIN PASSWORD '" + password(access).reveal() + "'");
            statement.execute("CREATE DATABASE cdf OWNER cdf");
        }
        try (Connection database = access.connect("cdf");
                Statement statement = database.createStatement()) {
            for (TableDefinition table : tables) {
                statement.execute(table.columns().stream()
                        .map(column -> column.name() + " " + column.family().sqlName())
                        .collect(Collectors.joining(", ", "CREATE TABLE " + table.name() + " (", ")")));
                statement.execute("ALTER TABLE " + table.name() + " OWNER TO cdf");
            }
        }
    }
}
