package org.cdfgateway.auth.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.cdfgateway.auth.secret.SealedSecret;

/** The SQL on the table of secrets that all gateways on one store share. */
public final class SecretRows {
    private SecretRows() {}

    /** The secret of that name; {@code proposal} becomes it when there was none. */
    public static SealedSecret findOrInsert(Connection connection, String name, SealedSecret proposal, Instant now)
            throws SQLException {
        insertIfAbsent(connection, name, proposal, now);
        String sql = "SELECT key_id, content FROM cdf_gateway.gateway_secrets WHERE name = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return new SealedSecret(rows.getString("key_id"), rows.getBytes("content"));
            }
        }
    }

    private static void insertIfAbsent(Connection connection, String name, SealedSecret proposal, Instant now)
            throws SQLException {
        String sql = """
                INSERT INTO cdf_gateway.gateway_secrets (name, content, key_id, created_time) VALUES (?, ?, ?, ?)
                ON CONFLICT (name) DO NOTHING""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, name);
            insert.setBytes(2, proposal.content());
            insert.setString(3, proposal.keyId());
            insert.setLong(4, now.toEpochMilli());
            insert.executeUpdate();
        }
    }
}
