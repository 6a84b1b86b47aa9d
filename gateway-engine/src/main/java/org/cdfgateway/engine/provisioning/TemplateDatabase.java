package org.cdfgateway.engine.provisioning;

import static org.cdfgateway.engine.provisioning.SqlText.identifier;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.engine.process.ClusterAccess;
import org.cdfgateway.engine.process.ClusterPreparation;

/**
 * The database that users' databases are copied from. Its name holds the layout's version, so another layout makes
 * another one; it gets that name at its end, so it is complete if it exists.
 */
final class TemplateDatabase implements ClusterPreparation {

    private static final String PREFIX = "cdf_layout_";
    private static final String UNFINISHED = PREFIX + "unfinished";

    private final Layout layout;
    private final RemoteServer remote;

    TemplateDatabase(Layout layout, RemoteServer remote) {
        this.layout = layout;
        this.remote = remote;
    }

    String name() {
        return PREFIX + layout.version();
    }

    @Override
    public void prepare(ClusterAccess access) throws SQLException {
        try (Connection admin = access.connect(ClusterAccess.MAINTENANCE_DATABASE);
                Statement statement = admin.createStatement()) {
            List<String> existing = existing(statement);
            for (String database : existing) {
                if (!database.equals(name())) {
                    statement.execute("DROP DATABASE " + identifier(database) + " WITH (FORCE)");
                }
            }
            if (!existing.contains(name())) {
                build(access, statement);
            }
        }
        try (Connection template = access.connect(name())) {
            remote.pointFrom(template);
        }
    }

    private void build(ClusterAccess access, Statement statement) throws SQLException {
        createRoles(statement);
        statement.execute("REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template0, template1 FROM PUBLIC");
        statement.execute("CREATE DATABASE " + UNFINISHED + " TEMPLATE template0 STRATEGY file_copy");
        statement.execute("REVOKE ALL ON DATABASE " + UNFINISHED + " FROM PUBLIC");
        try (Connection unfinished = access.connect(UNFINISHED);
                Statement script = unfinished.createStatement()) {
            script.execute(layout.script());
        }
        statement.execute("ALTER DATABASE " + UNFINISHED + " RENAME TO " + identifier(name()));
    }

    /** Roles belong to the cluster, not to a database; nobody can log in as one of these. */
    private static void createRoles(Statement statement) throws SQLException {
        for (String role : new String[] {"cdf_owner", "cdf_settings"}) {
            statement.execute("""
                    DO $$ BEGIN
                      CREATE ROLE %1$s NOLOGIN NOINHERIT;
                    EXCEPTION WHEN duplicate_object THEN
                      NULL;
                    END $$
                    """.formatted(role));
        }
    }

    private static List<String> existing(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "SELECT datname FROM pg_database WHERE starts_with(datname, '" + PREFIX + "')")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
