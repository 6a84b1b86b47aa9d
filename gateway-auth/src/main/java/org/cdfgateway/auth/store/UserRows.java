package org.cdfgateway.auth.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.auth.secret.SealedSecret;
import org.cdfgateway.domain.identity.CdfIdentity;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.identity.ScramVerifier;
import org.jspecify.annotations.Nullable;

/** The SQL on the table of users. Each method is one statement of the caller's transaction. */
public final class UserRows {
    private static final String COLUMNS = """
            username, project, scram_salt, scram_iterations, scram_stored_key, scram_server_key,
            session_id, token_uri, client_id, scopes, session_key, session_key_key_id,
            version, created_time, last_updated_time\
            """;

    private UserRows() {}

    /** @param sessionDue when its CDF session is to be extended */
    public static void insert(Connection connection, StoredUser stored, Instant sessionDue) throws SQLException {
        String sql = "INSERT INTO cdf_gateway.gateway_users (" + COLUMNS
                + ", session_due_time) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        GatewayUser user = stored.user();
        ScramVerifier verifier = stored.verifier();
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, user.username());
            insert.setString(2, user.project());
            insert.setBytes(3, verifier.salt());
            insert.setInt(4, verifier.iterations());
            insert.setBytes(5, verifier.storedKey());
            insert.setBytes(6, verifier.serverKey());
            IdentityColumns.set(insert, 7, user.identity());
            insert.setBytes(11, stored.secret().content());
            insert.setString(12, stored.secret().keyId());
            insert.setLong(13, stored.version());
            insert.setLong(14, user.createdTime().toEpochMilli());
            insert.setLong(15, user.lastUpdatedTime().toEpochMilli());
            insert.setLong(16, sessionDue.toEpochMilli());
            insert.executeUpdate();
        }
    }

    public static Optional<StoredUser> find(Connection connection, String username) throws SQLException {
        String sql = "SELECT " + COLUMNS + " FROM cdf_gateway.gateway_users WHERE username = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, username);
            return users(select).stream().findFirst();
        }
    }

    /** The versions of those users that there are, by name. */
    public static Map<String, Long> versions(Connection connection, Collection<String> usernames) throws SQLException {
        String sql = "SELECT username, version FROM cdf_gateway.gateway_users WHERE username = ANY (?)";
        Map<String, Long> versions = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", usernames.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    versions.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return versions;
    }

    /** @param after leaves out usernames up to and including this one */
    public static List<StoredUser> list(Connection connection, String project, @Nullable String after, int limit)
            throws SQLException {
        String sql = "SELECT " + COLUMNS + " FROM cdf_gateway.gateway_users"
                + " WHERE project = ? AND username > ? ORDER BY username LIMIT ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, project);
            select.setString(2, after == null ? "" : after);
            select.setInt(3, limit);
            return users(select);
        }
    }

    public static int count(Connection connection, String project) throws SQLException {
        String sql = "SELECT count(*) FROM cdf_gateway.gateway_users WHERE project = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, project);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** Gives a user another access to CDF. Empty when the project has no such user. */
    public static Optional<StoredUser> replaceSession(
            Connection connection,
            String project,
            String username,
            CdfIdentity identity,
            SealedSecret secret,
            Instant now,
            Instant sessionDue)
            throws SQLException {
        String sql = """
                UPDATE cdf_gateway.gateway_users
                SET session_id = ?, token_uri = ?, client_id = ?, scopes = ?, session_key = ?, session_key_key_id = ?, session_due_time = ?,
                    version = version + 1, last_updated_time = ?
                WHERE project = ? AND username = ?
                RETURNING\s""" + COLUMNS;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            IdentityColumns.set(update, 1, identity);
            update.setBytes(5, secret.content());
            update.setString(6, secret.keyId());
            update.setLong(7, sessionDue.toEpochMilli());
            update.setLong(8, now.toEpochMilli());
            update.setString(9, project);
            update.setString(10, username);
            return users(update).stream().findFirst();
        }
    }

    /** Whether there was such a user. */
    public static boolean delete(Connection connection, String project, String username) throws SQLException {
        String sql = "DELETE FROM cdf_gateway.gateway_users WHERE project = ? AND username = ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, project);
            delete.setString(2, username);
            return delete.executeUpdate() > 0;
        }
    }

    /**
     * Takes users whose CDF session is due, longest overdue first, so that no other gateway takes them before
     * {@code leaseEnd}. Clients have none that could end.
     */
    public static List<StoredUser> takeDue(Connection connection, Instant now, Instant leaseEnd, int limit)
            throws SQLException {
        String sql = """
                UPDATE cdf_gateway.gateway_users SET session_due_time = ?
                WHERE username IN (
                    SELECT username FROM cdf_gateway.gateway_users WHERE session_due_time <= ? AND session_id IS NOT NULL
                    ORDER BY session_due_time LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING\s""" + COLUMNS;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, leaseEnd.toEpochMilli());
            update.setLong(2, now.toEpochMilli());
            update.setInt(3, limit);
            return users(update);
        }
    }

    /** Says when the user's CDF session is to be extended next, unless it was replaced meanwhile. */
    public static void setDue(Connection connection, StoredUser stored, Instant due) throws SQLException {
        String sql = "UPDATE cdf_gateway.gateway_users SET session_due_time = ? WHERE username = ? AND version = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, due.toEpochMilli());
            update.setString(2, stored.username());
            update.setLong(3, stored.version());
            update.executeUpdate();
        }
    }

    private static List<StoredUser> users(PreparedStatement statement) throws SQLException {
        List<StoredUser> users = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                users.add(user(rows));
            }
        }
        return users;
    }

    private static StoredUser user(ResultSet row) throws SQLException {
        return new StoredUser(
                new GatewayUser(
                        row.getString("username"),
                        row.getString("project"),
                        IdentityColumns.get(row),
                        Instant.ofEpochMilli(row.getLong("created_time")),
                        Instant.ofEpochMilli(row.getLong("last_updated_time"))),
                new ScramVerifier(
                        row.getBytes("scram_salt"),
                        row.getInt("scram_iterations"),
                        row.getBytes("scram_stored_key"),
                        row.getBytes("scram_server_key")),
                new SealedSecret(row.getString("session_key_key_id"), row.getBytes("session_key")),
                row.getLong("version"));
    }
}
