package org.cdfgateway.auth.store;

import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.cdfgateway.domain.identity.CdfIdentity;

/** The columns {@code session_id, token_uri, client_id, scopes}: either the first is set, or the others. */
final class IdentityColumns {
    private IdentityColumns() {}

    /** @param first the index of the first of the four parameters */
    static void set(PreparedStatement statement, int first, CdfIdentity identity) throws SQLException {
        if (identity instanceof CdfIdentity.Session session) {
            statement.setLong(first, session.id());
        } else {
            statement.setNull(first, Types.BIGINT);
        }
        CdfIdentity.Client client = identity instanceof CdfIdentity.Client other ? other : null;
        statement.setString(first + 1, client == null ? null : client.tokenUri().toString());
        statement.setString(first + 2, client == null ? null : client.clientId());
        statement.setString(first + 3, client == null ? null : client.scopes());
    }

    static CdfIdentity get(ResultSet row) throws SQLException {
        long session = row.getLong("session_id");
        return row.wasNull()
                ? new CdfIdentity.Client(
                        URI.create(row.getString("token_uri")), row.getString("client_id"), row.getString("scopes"))
                : new CdfIdentity.Session(session);
    }
}
