package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.cdfgateway.app.demo.DemoUser;
import org.cdfgateway.app.demo.SignUp;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.access.Capability;
import org.cdfgateway.emulator.access.EmulatedClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What users see when something goes wrong. Has a gateway of its own, since it breaks it. */
@TestInstance(Lifecycle.PER_CLASS)
class FailureIT {

    private static final List<Capability> MAY_SIGN_UP = List.of(
            Capability.of("sessionsAcl", "CREATE"),
            Capability.of("projectsAcl", "LIST"),
            Capability.of("groupsAcl", "LIST"),
            Capability.of("postgresGatewayAcl", "READ", "WRITE"));

    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = RunningGateway.start(EmulatorSettings.defaults());
    }

    @AfterAll
    void stop() throws Exception {
        gateway.close();
    }

    @Test
    void namesTheCapabilityThatAnInsertLacks() throws SQLException {
        EmulatedClient client = new EmulatedClient("no-assets", "secret", MAY_SIGN_UP);
        gateway.cdf().access().put(client);
        DemoUser user = gateway.signUp(client).newUser();

        try (Connection connection = gateway.connect(user)) {
            assertRefused(() -> Rows.of(connection, "SELECT * FROM assets"), "42501", "assets");
            assertRefused(() -> Rows.update(connection, "INSERT INTO assets (name) VALUES ('x')"), "42501", "assets");
            assertThat(Rows.of(connection, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void refusesALoginWithoutTheRightToUseTheGateway() throws SQLException {
        EmulatedClient client = new EmulatedClient("leaver", "secret", MAY_SIGN_UP);
        gateway.cdf().access().put(client);
        DemoUser user = gateway.signUp(client).newUser();
        gateway.cdf().access().grant("leaver", MAY_SIGN_UP.subList(0, 3));

        assertThatThrownBy(() -> gateway.connect(user))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState()).isEqualTo("28000"))
                .hasMessageContaining("lacks postgresGatewayAcl:READ in project demo");
    }

    @Test
    void aUserThatMayOnlyReadCannotWrite() throws SQLException {
        List<Capability> readOnly = List.of(
                Capability.of("sessionsAcl", "CREATE"),
                Capability.of("projectsAcl", "LIST"),
                Capability.of("groupsAcl", "LIST"),
                Capability.of("assetsAcl", "READ", "WRITE"),
                Capability.of("postgresGatewayAcl", "READ", "WRITE"));
        EmulatedClient client = new EmulatedClient("reader", "secret", readOnly);
        gateway.cdf().access().put(client);
        DemoUser user = gateway.signUp(client).newUser();
        gateway.cdf()
                .access()
                .grant(
                        "reader",
                        Stream.concat(
                                        readOnly.subList(0, 4).stream(),
                                        Stream.of(Capability.of("postgresGatewayAcl", "READ")))
                                .toList());

        try (Connection connection = gateway.connect(user)) {
            assertThat(Rows.of(connection, "SELECT count(*) >= 0 FROM assets")).containsExactly("t");
            assertRefused(
                    () -> Rows.update(connection, "INSERT INTO assets (name) VALUES ('x')"),
                    "42501",
                    "postgresGatewayAcl:WRITE");
        }
    }

    @Test
    void refusesToMakeUsersWithoutTheCapability() {
        EmulatedClient client = new EmulatedClient("no-gateway", "secret", MAY_SIGN_UP.subList(0, 3));
        gateway.cdf().access().put(client);

        assertThatThrownBy(() -> gateway.signUp(client).newUser())
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("answered 403")
                .hasMessageContaining("missing capability postgresGatewayAcl:WRITE in project \"demo\"");
    }

    @Test
    void refusesANonceThatWasUsed() {
        SignUp signUp = gateway.signUp(EmulatorSettings.ADMIN);
        Secret token = signUp.accessToken();
        Secret nonce = signUp.nonce(token);
        signUp.newUser(token, nonce);

        assertThatThrownBy(() -> signUp.newUser(token, nonce))
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("answered 400")
                .hasMessageContaining("Nonce has expired");
    }

    @Test
    void saysThatTheCdfSessionHasEnded() throws SQLException {
        EmulatedClient client = EmulatedClient.admin("leaving", "secret");
        gateway.cdf().access().put(client);
        DemoUser user = gateway.signUp(client).newUser();

        try (Connection connection = gateway.connect(user)) {
            assertThat(Rows.of(connection, "SELECT count(*) FROM assets")).hasSize(1);
            gateway.cdf().access().remove(client.id());

            assertRefused(() -> Rows.of(connection, "SELECT * FROM assets"), "28000", "session");
        }
    }

    @Test
    void survivesTheEnginesDeathInMidQuery() throws Exception {
        try (Connection connection = gateway.connect()) {
            long backend = Rows.count(connection, "SELECT pg_backend_pid()");
            ProcessHandle engine =
                    ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow();
            gateway.cdf().resetRequests();
            CompletableFuture<List<String>> run = CompletableFuture.supplyAsync(() -> {
                try {
                    return Rows.of(
                            connection,
                            "SELECT count(*) FROM assets UNION ALL SELECT count(*) FROM generate_series(1, 1000000000)");
                } catch (SQLException e) {
                    return List.of(String.valueOf(e.getSQLState()));
                }
            });

            Awaitility.await("the query reads").until(() -> gateway.cdf().requests("POST /assets/list") > 0);
            engine.destroyForcibly();

            assertThat(run.get()).containsExactly("57P01");
        }
        Awaitility.await("the engine is back").ignoreExceptions().untilAsserted(() -> {
            try (Connection connection = gateway.connect()) {
                assertThat(Rows.of(connection, "SELECT count(*) >= 0 FROM assets"))
                        .containsExactly("t");
            }
        });
    }

    private static void assertRefused(ThrowingCallable call, String sqlState, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState()).isEqualTo(sqlState))
                .hasMessageContaining(message);
    }
}
