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

/** The SQL on custom tables and the counter of their changes. */
public final class TableRows {
    private TableRows() {}

    /** Empty when there is no such user. */
    public static Optional<TableSet> read(Connection connection, String username) throws SQLException {
        Optional<Long> version =
                number(connection, "SELECT tables_version FROM cdf_gateway.gateway_users WHERE username = ?", username);
        return version.isEmpty()
                ? Optional.empty()
                : Optional.of(new TableSet(version.get(), tables(connection, username)));
    }

    /** As {@link #read}, and keeps everybody else from changing them until the transaction ends. */
    public static Optional<TableSet> lock(Connection connection, String project, String username) throws SQLException {
        String sql =
                "SELECT tables_version FROM cdf_gateway.gateway_users WHERE project = ? AND username = ? FOR UPDATE";
        Optional<Long> version = number(connection, sql, project, username);
        return version.isEmpty()
                ? Optional.empty()
                : Optional.of(new TableSet(version.get(), tables(connection, username)));
    }

    /** The counters of those of the users that exist. */
    public static Map<String, Long> versions(Connection connection, Collection<String> usernames) throws SQLException {
        String sql = "SELECT username, tables_version FROM cdf_gateway.gateway_users WHERE username = ANY (?)";
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

    public static void insert(Connection connection, String username, StoredTable table) throws SQLException {
        String sql = """
                INSERT INTO cdf_gateway.custom_tables (username, name, definition, relations, created_time)
                VALUES (?, ?, ?, ?, ?)""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, username);
            insert.setString(2, table.name());
            insert.setString(3, table.definition());
            insert.setInt(4, table.relations());
            insert.setLong(5, table.createdTime().toEpochMilli());
            insert.executeUpdate();
        }
    }

    public static void delete(Connection connection, String username, String name) throws SQLException {
        String sql = "DELETE FROM cdf_gateway.custom_tables WHERE username = ? AND name = ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, username);
            delete.setString(2, name);
            delete.executeUpdate();
        }
    }

    /** Lets other gateways see that the user's tables have changed. */
    public static void countChange(Connection connection, String username) throws SQLException {
        String sql = "UPDATE cdf_gateway.gateway_users SET tables_version = tables_version + 1 WHERE username = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, username);
            update.executeUpdate();
        }
    }

    private static List<StoredTable> tables(Connection connection, String username) throws SQLException {
        String sql = "SELECT name, definition, relations, created_time FROM cdf_gateway.custom_tables"
                + " WHERE username = ? ORDER BY name";
        List<StoredTable> tables = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, username);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    tables.add(new StoredTable(
                            rows.getString("name"),
                            rows.getString("definition"),
                            rows.getInt("relations"),
                            Instant.ofEpochMilli(rows.getLong("created_time"))));
                }
            }
        }
        return tables;
    }

    private static Optional<Long> number(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        }
    }
}
