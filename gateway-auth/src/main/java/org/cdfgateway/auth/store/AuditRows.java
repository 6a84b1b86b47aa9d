package org.cdfgateway.auth.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cdfgateway.auth.store.AuditEntry.Action;

/** The SQL on the audit table, which only grows. */
public final class AuditRows {
    private static final String COLUMNS = "recorded_time, actor, action, project, username, result, detail";

    private AuditRows() {}

    public static void insert(Connection connection, AuditEntry entry) throws SQLException {
        String sql = "INSERT INTO cdf_gateway.audit (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, entry.time().toEpochMilli());
            insert.setString(2, withoutZero(entry.actor()));
            insert.setString(3, entry.action().name().toLowerCase(Locale.ROOT));
            insert.setString(4, withoutZero(entry.project()));
            insert.setString(5, withoutZero(entry.username()));
            insert.setString(6, entry.result());
            insert.setString(7, withoutZero(entry.detail()));
            insert.executeUpdate();
        }
    }

    /** The latest that fit, in the order in which they were written. */
    public static List<AuditEntry> latest(Connection connection, AuditFilter filter) throws SQLException {
        String sql = "SELECT " + COLUMNS + " FROM (SELECT id, " + COLUMNS + """
                 FROM cdf_gateway.audit
                    WHERE recorded_time >= ? AND recorded_time < ?
                    AND project = coalesce(?, project) AND username = coalesce(?, username)
                    AND actor = coalesce(?, actor)
                    ORDER BY id DESC LIMIT ?) AS latest
                ORDER BY id""";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, filter.since().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE));
            select.setLong(2, filter.until().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
            setText(select, 3, filter.project());
            setText(select, 4, filter.username());
            setText(select, 5, filter.actor());
            select.setInt(6, filter.limit());
            try (ResultSet rows = select.executeQuery()) {
                List<AuditEntry> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add(entry(rows));
                }
                return entries;
            }
        }
    }

    private static void setText(PreparedStatement select, int index, Optional<String> text) throws SQLException {
        select.setString(index, text.orElse(null));
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                Instant.ofEpochMilli(row.getLong("recorded_time")),
                row.getString("actor"),
                Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
                row.getString("project"),
                row.getString("username"),
                row.getString("result"),
                row.getString("detail"));
    }

    /** PostgreSQL keeps no character zero, and refused requests are written down, too. */
    private static String withoutZero(String text) {
        return text.replace('\0', '?');
    }
}
