package org.cdfgateway.auth.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;

/** The SQL on the audit table, which only grows. */
public final class AuditRows {
    private AuditRows() {}

    public static void insert(Connection connection, AuditEntry entry) throws SQLException {
        String sql = """
                INSERT INTO cdf_gateway.audit (recorded_time, actor, action, project, username, result)
                VALUES (?, ?, ?, ?, ?, ?)""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, entry.time().toEpochMilli());
            insert.setString(2, entry.actor());
            insert.setString(3, entry.action().name().toLowerCase(Locale.ROOT));
            insert.setString(4, entry.project());
            insert.setString(5, entry.username());
            insert.setString(6, entry.result());
            insert.executeUpdate();
        }
    }
}
