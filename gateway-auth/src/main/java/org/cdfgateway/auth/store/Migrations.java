package org.cdfgateway.auth.store;

import javax.sql.DataSource;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the store's tables up to date. A store that a newer gateway has migrated further is left as it is. */
final class Migrations {
    private static final String SCHEMA = "cdf_gateway";
    private static final String LOCATION = "classpath:org/cdfgateway/auth/store/migration";

    private final DataSource store;
    private final String place;

    Migrations(DataSource store, String place) {
        this.store = store;
        this.place = place;
    }

    /** @throws GatewayException IO_ERROR when a migration fails, or the store was changed by somebody else */
    void run() {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(store)
                    .defaultSchema(SCHEMA)
                    .locations(LOCATION)
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new GatewayException(
                            ErrorKind.IO_ERROR,
                            "The tables of the gateway's store " + place + " cannot be brought up to date: "
                                    + e.getMessage())
                    .withHint("The store's user must be allowed to create the schema " + SCHEMA
                            + ", or own it; nobody else may change its tables.")
                    .causedBy(e);
        }
    }
}
