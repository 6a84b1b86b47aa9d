package org.cdfgateway.auth.operation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cdfgateway.auth.secret.EncryptionKey;
import org.cdfgateway.auth.secret.KeyRing;
import org.cdfgateway.auth.secret.SealedSecret;

/** The SQL that encrypts every secret of the store anew. Each method is part of the caller's transaction. */
public final class KeyRotation {
    private KeyRotation() {}

    private record Sealed(String name, SealedSecret secret) {}

    /** How many secrets each key has encrypted, by its id. */
    public static Map<String, Long> keysInUse(Connection connection) throws SQLException {
        Map<String, Long> secrets = new TreeMap<>();
        for (SealedColumn column : SealedColumn.ALL) {
            String sql = "SELECT " + column.keyId() + ", count(*) FROM " + column.table() + " GROUP BY 1";
            try (PreparedStatement select = connection.prepareStatement(sql);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    secrets.merge(rows.getString(1), rows.getLong(2), Long::sum);
                }
            }
        }
        return secrets;
    }

    /**
     * Encrypts with {@code key} whatever another key has encrypted. Nobody can change these secrets until the transaction
     * ends.
     *
     * @param keys open what is there
     * @return how many secrets were encrypted
     */
    public static int encrypt(Connection connection, KeyRing keys, EncryptionKey key) throws SQLException {
        int encrypted = 0;
        for (SealedColumn column : SealedColumn.ALL) {
            for (Sealed row : ofOtherKeys(connection, column, key)) {
                String purpose = column.purpose().apply(row.name());
                replace(connection, column, row.name(), key.seal(keys.open(row.secret(), purpose), purpose));
                encrypted++;
            }
        }
        return encrypted;
    }

    private static List<Sealed> ofOtherKeys(Connection connection, SealedColumn column, EncryptionKey key)
            throws SQLException {
        String sql = "SELECT " + column.name() + ", " + column.keyId() + ", " + column.content() + " FROM "
                + column.table() + " WHERE " + column.keyId() + " <> ? ORDER BY 1 FOR UPDATE";
        List<Sealed> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, key.id());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Sealed(rows.getString(1), new SealedSecret(rows.getString(2), rows.getBytes(3))));
                }
            }
        }
        return found;
    }

    private static void replace(Connection connection, SealedColumn column, String name, SealedSecret secret)
            throws SQLException {
        String sql = "UPDATE " + column.table() + " SET " + column.content() + " = ?, " + column.keyId() + " = ? WHERE "
                + column.name() + " = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setBytes(1, secret.content());
            update.setString(2, secret.keyId());
            update.setString(3, name);
            update.executeUpdate();
        }
    }
}
