package org.cdfgateway.engine.provisioning;

import static org.cdfgateway.engine.provisioning.SqlText.literal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.cdfgateway.engine.process.ClusterAccess;
import org.cdfgateway.engine.process.ClusterPreparation;

/**
 * An empty database, and a role of the same name that can log in to it and compute: it has no tables, cannot make any, not
 * even temporary ones, and can read no files.
 */
public final class EvaluationDatabase implements ClusterPreparation {

    /** Gateway users cannot have this name: theirs have no underscore. */
    public static final String NAME = "cdf_evaluation";

    private final int connections;

    /** @param connections that the role may have at a time */
    public EvaluationDatabase(int connections) {
        this.connections = connections;
    }

    @Override
    public void prepare(ClusterAccess access) throws SQLException {
        try (Connection admin = access.connect(ClusterAccess.MAINTENANCE_DATABASE);
                Statement statement = admin.createStatement()) {
            if (!exists(admin, "SELECT FROM pg_roles WHERE rolname = ?")) {
                statement.execute("CREATE ROLE " + NAME);
            }
            statement.execute("ALTER ROLE " + NAME + " LOGIN NOINHERIT CONNECTION LIMIT " + connections + " PASSWORD "
                    + literal(access.passwordOf(NAME).reveal()));
            // the messages of errors hold values of users
            statement.execute("ALTER ROLE " + NAME + " SET log_min_messages = 'fatal'");
            if (!exists(admin, "SELECT FROM pg_database WHERE datname = ?")) {
                statement.execute("CREATE DATABASE " + NAME + " TEMPLATE template0 STRATEGY file_copy");
            }
            statement.execute("REVOKE ALL ON DATABASE " + NAME + " FROM PUBLIC");
            statement.execute("GRANT CONNECT ON DATABASE " + NAME + " TO " + NAME);
        }
        try (Connection database = access.connect(NAME);
                Statement statement = database.createStatement()) {
            statement.execute(Layout.resource("hardening.sql"));
            statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
        }
    }

    private static boolean exists(Connection admin, String query) throws SQLException {
        try (PreparedStatement statement = admin.prepareStatement(query)) {
            statement.setString(1, NAME);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
