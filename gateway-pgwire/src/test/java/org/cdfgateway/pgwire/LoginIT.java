package org.cdfgateway.pgwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cdfgateway.pgwire.Sql.run;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.EngineDatabases;
import org.cdfgateway.domain.table.TableDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who gets in, how, and what the others are told. */
@ExtendWith(TestGateway.Resolver.class)
class LoginIT {
    private final TestGateway gateway;

    LoginIT(TestGateway gateway) {
        this.gateway = gateway;
    }

    @BeforeEach
    void fill() {
        gateway.remote().reset(10);
    }

    @Test
    void refusesWrongPasswordsAndUnknownUsersAlike() {
        assertThatThrownBy(() -> connect(FakeLogins.USER, "wrong", new Properties()))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"))
                .hasMessage("FATAL: password authentication failed for user \"u1\"");
        assertThatThrownBy(() -> connect("u2", FakeLogins.PASSWORD, new Properties()))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"))
                .hasMessage("FATAL: password authentication failed for user \"u2\"");
    }

    @Test
    void knowsOneDatabasePerUser() {
        Properties properties = new Properties();
        properties.setProperty("user", FakeLogins.USER);
        properties.setProperty("password", FakeLogins.PASSWORD);

        assertThatThrownBy(() -> DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:"
                                + gateway.front().address().getPort() + "/postgres",
                        properties))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("3D000"))
                .hasMessageContaining("A user has one database, of the user's own name: \"u1\".");
    }

    @Test
    void passesSettingsOn() throws SQLException {
        try (Connection session = connect(property("options", "-c work_mem=1MB --search-path=pg_catalog,\\ public"))) {
            assertThat(run(session, "SHOW work_mem; SHOW search_path")).containsExactly("1MB", "pg_catalog, public");
        }
    }

    @Test
    void asksTheGuardAboutSettings() {
        assertThatThrownBy(() -> connect(property("options", "-c statement_timeout=0")))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void passesTheEnginesRefusalOn() {
        assertThatThrownBy(() -> connect(property("options", "-c nonsense=1")))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42704"))
                .hasMessageContaining("unrecognized configuration parameter \"nonsense\"");
    }

    @Test
    void refusesReplication() {
        Properties properties = property("replication", "database");
        properties.setProperty("assumeMinServerVersion", "9.4");

        assertThatThrownBy(() -> connect(properties))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("0A000"));
    }

    @Test
    void speaksProtocol3_2() throws Exception {
        try (Connection session = connect(property("protocolVersion", "3.2"));
                Statement statement = session.createStatement()) {
            gateway.remote().hold();
            CompletableFuture<Void> running = CompletableFuture.runAsync(() -> {
                try {
                    statement.execute("SELECT count(*) FROM assets");
                } catch (SQLException e) {
                    throw new IllegalStateException(e.getMessage(), e);
                }
            });
            Awaitility.await("the statement runs").until(() -> gateway.remote().heldFetches() > 0);

            statement.cancel();

            assertThatThrownBy(running::get).hasMessageContaining("canceling statement due to user request");
        }
    }

    @Test
    void saysThatTheEngineCannotBeReached() throws Exception {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0)) {
            closedPort = socket.getLocalPort();
        }
        EngineDatabases away = new EngineDatabases() {
            @Override
            public EngineLogin provide(String username) {
                return new EngineLogin(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), closedPort), "x", "x", new Secret("x"));
            }

            @Override
            public void show(String username, List<TableDefinition> custom) {}

            @Override
            public void drop(String username) {}
        };
        try (FrontServer server = gateway.start(FrontSettings.plain("127.0.0.1", 0), away)) {
            assertThatThrownBy(() -> connect(server, new Properties()))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57P03"))
                    .hasMessageContaining("the engine cannot be reached");
        }
    }

    private Connection connect(Properties properties) throws SQLException {
        return connect(gateway.front(), properties);
    }

    private Connection connect(String user, String password, Properties properties) throws SQLException {
        return TestGateway.connect(gateway.front(), user, password, properties);
    }

    private static Connection connect(FrontServer server, Properties properties) throws SQLException {
        return TestGateway.connect(server, FakeLogins.USER, FakeLogins.PASSWORD, properties);
    }

    private static Properties property(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty(name, value);
        return properties;
    }
}
