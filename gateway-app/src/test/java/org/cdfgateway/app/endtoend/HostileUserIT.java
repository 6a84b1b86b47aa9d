package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.cdfgateway.app.demo.DemoUser;
import org.cdfgateway.emulator.EmulatorSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What a user of the gateway may try with SQL: files, programs, other users, other machines. */
@ExtendWith(GatewayExtension.class)
class HostileUserIT {
    private final RunningGateway gateway;
    private Connection session;

    HostileUserIT(RunningGateway gateway) {
        this.gateway = gateway;
    }

    @BeforeEach
    void connect() throws SQLException {
        session = gateway.connect();
    }

    @AfterEach
    void disconnect() throws SQLException {
        session.close();
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "hostile.csv", delimiter = '|', ignoreLeadingAndTrailingWhitespace = true)
    void isRefused(String state, String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo(state));
        }
        assertThat(Files.exists(Path.of("/tmp/cdf-hostile"))).isFalse();
    }

    @Test
    void seesNothingOfOtherUsers() throws SQLException {
        DemoUser other = gateway.signUp(EmulatorSettings.ADMIN).newUser();
        try (Connection theirs = gateway.connect(other);
                Statement statement = theirs.createStatement()) {
            statement.execute("CREATE TEMP TABLE secret AS SELECT 'topsecret' AS text");
            statement.execute("SELECT 'topsecret' FROM secret");

            assertThat(Rows.of(session, "SELECT DISTINCT query FROM pg_stat_activity WHERE query <> ''"))
                    .containsExactly("<insufficient privilege>");
            assertThat(Rows.of(session, "SELECT count(*) FROM pg_class WHERE relname = 'secret'"))
                    .containsExactly("0");
            assertThat(Rows.of(
                            session,
                            "SELECT has_database_privilege(datname, 'CONNECT') FROM pg_database WHERE datname = '"
                                    + other.username() + "'"))
                    .containsExactly("f");
        }
    }

    @Test
    void reachesNoOtherDatabase() throws SQLException {
        DemoUser other = gateway.signUp(EmulatorSettings.ADMIN).newUser();
        for (String database : List.of(other.username(), "postgres", "template1", "cdf_evaluation")) {
            assertThatThrownBy(() -> connectTo(database))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo("3D000"));
        }
    }

    @Test
    void getsNoOtherSettingsWithItsStartup() {
        for (String options :
                List.of("-c session_authorization=postgres", "-c role=postgres", "-c log_statement=all")) {
            assertThatThrownBy(() -> gateway.connect(gateway.user(), Map.of("options", options)))
                    .as(options)
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void learnsNoPasswordFromTheCatalogs() throws SQLException {
        assertThat(Rows.of(session, "SELECT umoptions FROM pg_user_mappings WHERE umoptions IS NOT NULL"))
                .isEmpty();
        assertThat(Rows.of(session, "SELECT option_value FROM information_schema.user_mapping_options"))
                .isEmpty();
    }

    private void connectTo(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", gateway.user().username());
        properties.setProperty("password", gateway.user().password().reveal());
        DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + gateway.sqlPort() + "/" + database, properties)
                .close();
    }
}
