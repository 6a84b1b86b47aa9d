package org.cdfgateway.engine.provisioning;

import static org.cdfgateway.engine.provisioning.SqlText.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.cdfgateway.domain.port.outbound.ScanEndpoint;

/** The foreign server {@code cdf} of a database: where its postgres_fdw finds the scan endpoint. */
final class RemoteServer {

    private final ScanEndpoint endpoint;

    RemoteServer(ScanEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    void pointFrom(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("""
                    BEGIN;
                    ALTER SERVER cdf OPTIONS (SET host %s, SET port '%d');
                    ALTER USER MAPPING FOR PUBLIC SERVER cdf OPTIONS (SET password %s);
                    COMMIT
                    """.formatted(
                            literal(endpoint.host()),
                            endpoint.port(),
                            literal(endpoint.password().reveal())));
        }
    }
}
