package org.cdfgateway.auth.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/** Brings the store's tables up to date. A store that a newer gateway has migrated further is left as it is. */
final class Migrations {
    private static final String SCHEMA = "cdf_gateway";
    private static final String LOCATION = "classpath:org/cdfgateway/auth/store/migration";

    /** Serialises gateways that start on a new store at the same time; any number that nobody else uses. */
    private static final long SCHEMA_LOCK = 0x6364665f67617465L;

    private final DataSource store;
    private final String place;

    Migrations(DataSource store, String place) {
        this.store = store;
        this.place = place;
    }

    /**
     * @param version up to this one; empty for all there are
     * @throws GatewayException IO_ERROR when a migration fails, or the store was changed by somebody else
     */
    void run(Optional<String> version) {
        try {
            createSchema();
            Flyway.configure(Migrations.class.getClassLoader())
                    .loggers("slf4j")
                    .dataSource(store)
                    .defaultSchema(SCHEMA)
                    .createSchemas(false)
                    .locations(LOCATION)
                    .target(version.map(MigrationVersion::fromVersion).orElse(MigrationVersion.LATEST))
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        } catch (SQLException | FlywayException e) {
            throw new GatewayException(
                            ErrorKind.IO_ERROR,
                            "The tables of the gateway's store " + place + " cannot be brought up to date: "
                                    + e.getMessage())
                    .withHint("The store's user must be allowed to create the schema " + SCHEMA
                            + ", or own it; nobody else may change its tables.")
                    .causedBy(e);
        }
    }

    /**
     * Not left to Flyway, which tries ten times, a second apart, what is not permitted. Looks first, because CREATE
     * SCHEMA IF NOT EXISTS needs the permission even when the schema exists.
     */
    private void createSchema() throws SQLException {
        try (Connection connection = store.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
            if (!schemaExists(statement)) {
                statement.execute("CREATE SCHEMA " + SCHEMA);
            }
            connection.commit();
        }
    }

    private static boolean schemaExists(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT to_regnamespace('" + SCHEMA + "') IS NOT NULL")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
