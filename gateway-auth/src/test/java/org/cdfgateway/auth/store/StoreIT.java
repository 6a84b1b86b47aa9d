package org.cdfgateway.auth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import org.cdfgateway.auth.fixture.FreshStore;
import org.cdfgateway.auth.fixture.StoreContent;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FreshStore.class)
class StoreIT {

    @Test
    void keepsItsTablesApartFromOthersInTheSameDatabase(StoreSettings settings) throws SQLException {
        StoreContent content = new StoreContent(settings);
        content.execute("CREATE TABLE public.gateway_users (theirs text)");

        Store.open(settings).close();

        assertThat(content.query("SELECT tablename FROM pg_tables WHERE schemaname = 'cdf_gateway' ORDER BY 1"))
                .containsExactly("audit", "custom_tables", "flyway_schema_history", "gateway_secrets", "gateway_users");
    }

    @Test
    void opensAStoreThatIsUpToDate(StoreSettings settings) {
        Store.open(settings).close();

        try (Store again = Store.open(settings)) {
            assertThat(count(again)).isZero();
        }
    }

    @Test
    void opensAStoreThatANewerGatewayMigratedFurther(StoreSettings settings) throws SQLException {
        Store.open(settings).close();
        new StoreContent(settings).execute("""
                        INSERT INTO cdf_gateway.flyway_schema_history
                        SELECT installed_rank + 1, '999', 'from the future', type, 'V999__from_the_future.sql', 1,
                               installed_by, installed_on, execution_time, success
                        FROM cdf_gateway.flyway_schema_history ORDER BY installed_rank DESC LIMIT 1""");

        try (Store older = Store.open(settings)) {
            assertThat(count(older)).isZero();
        }
    }

    @Test
    void refusesAStoreWhoseMigrationsWereChanged(StoreSettings settings) throws SQLException {
        Store.open(settings).close();
        new StoreContent(settings)
                .execute("UPDATE cdf_gateway.flyway_schema_history SET checksum = 1 WHERE version = '1'");

        assertThatThrownBy(() -> Store.open(settings))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.IO_ERROR))
                .hasMessageStartingWith(
                        "The tables of the gateway's store " + settings.jdbcUrl() + " cannot be brought up to date: ");
    }

    @Test
    void rollsBackWhatFails(StoreSettings settings) {
        try (Store store = Store.open(settings)) {
            assertThatThrownBy(() -> store.change(connection -> {
                        connection
                                .createStatement()
                                .execute("INSERT INTO cdf_gateway.gateway_secrets VALUES ('a', '', 'k', 1)");
                        throw new IllegalStateException("halfway");
                    }))
                    .hasMessage("halfway");

            assertThat(store.<Integer>inTransaction(connection -> {
                        try (var rows = connection
                                .createStatement()
                                .executeQuery("SELECT count(*) FROM cdf_gateway.gateway_secrets")) {
                            rows.next();
                            return rows.getInt(1);
                        }
                    }))
                    .isZero();
        }
    }

    @Test
    void saysAtOnceThatNobodyListens() throws IOException {
        StoreSettings nowhere = new StoreSettings(
                "jdbc:postgresql://127.0.0.1:" + closedPort() + "/gateway?password=hunter2&sslmode=disable",
                "gateway",
                new Secret("hunter2"));

        assertThatThrownBy(() -> Store.open(nowhere))
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.IO_ERROR);
                    assertThat(e.hint())
                            .contains(
                                    "Check the store's address, user and password, and that its PostgreSQL is running.");
                })
                .hasMessageStartingWith("The gateway's store jdbc:postgresql://127.0.0.1:")
                .hasMessageContaining("/gateway cannot be used: Connection to 127.0.0.1:")
                .hasMessageContaining("refused")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void saysThatThePasswordIsWrong(StoreSettings settings) {
        StoreSettings wrong = new StoreSettings(settings.jdbcUrl(), settings.user(), new Secret("hunter2"));

        assertThatThrownBy(() -> Store.open(wrong))
                .hasMessageContaining("password authentication failed for user \"" + settings.user() + "\"")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void saysThatTheUserMayNotMakeTables(StoreSettings settings) throws SQLException {
        new StoreContent(settings).execute("REVOKE CREATE ON DATABASE gateway FROM CURRENT_USER");

        assertThatThrownBy(() -> Store.open(settings))
                .isInstanceOfSatisfying(
                        GatewayException.class,
                        e -> assertThat(e.hint())
                                .contains(
                                        "The store's user must be allowed to create the schema cdf_gateway, or own it;"
                                                + " nobody else may change its tables."))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void printsNeitherPasswordNorParameters() {
        StoreSettings settings =
                new StoreSettings("jdbc:postgresql://store/gateway?password=hunter2", "gateway", new Secret("hunter2"));

        assertThat(settings.toString()).isEqualTo("StoreSettings[place=jdbc:postgresql://store/gateway, user=gateway]");
        assertThatThrownBy(() -> new StoreSettings("jdbc:mysql://store?password=hunter2", "gateway", new Secret("x")))
                .hasMessage("jdbcUrl: jdbc:mysql://store (expected: jdbc:postgresql:...)");
    }

    private static int count(Store store) {
        return store.inTransaction(connection -> UserRows.count(connection, "plant"));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
