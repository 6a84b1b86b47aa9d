package org.cdfgateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinedStoreIT {
    @TempDir
    private static Path directory;

    @Test
    void aCommandBesideAGatewayUsesItsStoreAndLeavesItRunning() throws SQLException {
        try (EmbeddedStore gateways = EmbeddedStore.start(StoreClusterSettings.in(directory))) {
            try (EmbeddedStore joined = EmbeddedStore.joinOrStart(StoreClusterSettings.in(directory))) {
                assertThat(joined.jdbcUrl()).isEqualTo(gateways.jdbcUrl());
                assertThat(database(joined)).isEqualTo("gateway");
            }

            assertThat(database(gateways)).isEqualTo("gateway");
        }
    }

    @Test
    void aCommandWithoutAGatewayStartsAndStopsTheStore() throws SQLException {
        try (EmbeddedStore started = EmbeddedStore.joinOrStart(StoreClusterSettings.in(directory))) {
            assertThat(database(started)).isEqualTo("gateway");
        }
        try (EmbeddedStore again = EmbeddedStore.start(StoreClusterSettings.in(directory))) {
            assertThat(database(again)).isEqualTo("gateway");
        }
    }

    private static String database(EmbeddedStore store) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        store.jdbcUrl(), store.user(), store.password().reveal());
                ResultSet rows = connection.createStatement().executeQuery("SELECT current_database()")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
