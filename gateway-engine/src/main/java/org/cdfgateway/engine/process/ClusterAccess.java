package org.cdfgateway.engine.process;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.cdfgateway.domain.identity.Secret;

/** How to connect to a cluster that runs. Safe for use by several threads. */
public final class ClusterAccess {

    /** The superuser. Gateway users cannot have this name: theirs have no underscore. */
    static final String ADMIN = "gateway_admin";

    /** A database that always exists and that nothing is made from. */
    public static final String MAINTENANCE_DATABASE = "postgres";

    private static final String TIMEOUT_SECONDS = "60";

    private final int port;
    private final ClusterSecret secret;

    ClusterAccess(int port, ClusterSecret secret) {
        this.port = port;
        this.secret = secret;
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** The password that a role of this cluster has been or is to be given. The same after every start. */
    public Secret passwordOf(String role) {
        return secret.passwordOf(role);
    }

    /** Connects as superuser. The caller closes. */
    public Connection connect(String database) throws SQLException {
        return connect(database, ADMIN);
    }

    /** Connects as a role to the database of the same name. The messages of its errors hold no details. The caller closes. */
    public Connection connectAs(String role) throws SQLException {
        return connect(role, role);
    }

    private Connection connect(String database, String role) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", passwordOf(role).reveal());
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("ApplicationName", "gateway");
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("options", "-c statement_timeout=0");
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        properties.setProperty("socketTimeout", TIMEOUT_SECONDS);
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
