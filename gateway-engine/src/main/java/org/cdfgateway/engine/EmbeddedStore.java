package org.cdfgateway.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.engine.process.Cluster;
import org.cdfgateway.engine.process.ClusterAccess;
import org.cdfgateway.engine.process.ClusterSpec;
import org.cdfgateway.engine.process.Durability;

/**
 * The PostgreSQL that keeps the gateway's own data: a durable cluster, a child process apart from the engine's, with a
 * database {@code gateway} and a role of that name that owns it. It is restarted when it dies, and it ends with the
 * gateway, however that ends.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final String CLUSTER = "store";
    private static final String NAME = "gateway";

    private final Optional<Cluster> started;
    private final String jdbcUrl;
    private final Secret password;

    private EmbeddedStore(Optional<Cluster> started, ClusterAccess access) {
        this.started = started;
        this.jdbcUrl = access.jdbcUrl(NAME);
        this.password = access.passwordOf(NAME);
    }

    /**
     * Starts the store; the first time that includes unpacking and initialising, some seconds.
     *
     * @throws GatewayException CANNOT_CONNECT_NOW when another gateway uses the state directory or PostgreSQL does not
     *     start; INSUFFICIENT_PRIVILEGE, IO_ERROR, FEATURE_NOT_SUPPORTED or UNDEFINED_OBJECT when the installation is at
     *     fault
     */
    public static EmbeddedStore start(StoreClusterSettings settings) {
        Map<String, String> values = new LinkedHashMap<>(CommonSettings.VALUES);
        values.put("max_connections", Integer.toString(settings.maxConnections()));
        values.put("shared_buffers", "32MB");
        ClusterSpec spec = new ClusterSpec(
                CLUSTER,
                Durability.DURABLE,
                values,
                List.of("host " + NAME + " " + NAME + " 127.0.0.1/32 scram-sha-256"),
                0);
        Cluster cluster = Cluster.start(spec, settings.installation(), EmbeddedStore::provideDatabase);
        return new EmbeddedStore(Optional.of(cluster), cluster.access());
    }

    /**
     * The store of a gateway that runs, or else the store started as by {@link #start}. For commands beside a gateway: a
     * store that was joined ends when its gateway does.
     *
     * @throws GatewayException as {@link #start}
     */
    public static EmbeddedStore joinOrStart(StoreClusterSettings settings) {
        try {
            return start(settings);
        } catch (GatewayException e) {
            return Cluster.ofAnother(CLUSTER, settings.installation())
                    .filter(access -> e.kind() == ErrorKind.CANNOT_CONNECT_NOW)
                    .map(access -> new EmbeddedStore(Optional.empty(), access))
                    .orElseThrow(() -> e);
        }
    }

    /** Stays the same while this object is open, restarts of PostgreSQL included. */
    public String jdbcUrl() {
        return jdbcUrl;
    }

    public String user() {
        return NAME;
    }

    public Secret password() {
        return password;
    }

    /** Ends all sessions and the process, unless they belong to another gateway. Idempotent. */
    @Override
    public void close() {
        started.ifPresent(Cluster::close);
    }

    private static void provideDatabase(ClusterAccess access) throws SQLException {
        try (Connection admin = access.connect(ClusterAccess.MAINTENANCE_DATABASE);
                Statement statement = admin.createStatement()) {
            if (isMissing(statement, "SELECT FROM pg_roles WHERE rolname = '" + NAME + "'")) {
                statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '"
                        + access.passwordOf(NAME).reveal() + "'");
            }
            if (isMissing(statement, "SELECT FROM pg_database WHERE datname = '" + NAME + "'")) {
                statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
            }
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }
}
