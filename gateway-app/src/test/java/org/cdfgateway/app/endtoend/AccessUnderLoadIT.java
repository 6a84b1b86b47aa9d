package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cdfgateway.app.demo.DemoUser;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.emulator.CdfEmulator;
import org.cdfgateway.emulator.EmulatorSettings;
import org.cdfgateway.emulator.Volume;
import org.cdfgateway.emulator.access.EmulatedClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens that live for seconds, and administrators who act while statements run. */
@TestInstance(Lifecycle.PER_CLASS)
class AccessUnderLoadIT {
    private static final Duration TOKEN_LIFE = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(30);

    private CdfEmulator cdf;
    private LocalGateway gateway;
    private AdminCalls admin;

    /** How a gateway user reaches CDF. */
    private enum Kind {
        SESSION,
        CLIENT
    }

    @BeforeAll
    void start() throws IOException {
        cdf = CdfEmulator.start(
                EmulatorSettings.defaults().withVolume(new Volume(10, 10, 1, 1)).withTokenLife(TOKEN_LIFE));
        gateway = LocalGateway.start(
                cdf, Map.of("gateway.cdf.token-urls", cdf.tokenUri().toString()));
        admin = gateway.adminCalls(EmulatorSettings.ADMIN);
    }

    @AfterAll
    void stop() throws Exception {
        gateway.close();
        cdf.close();
    }

    @ParameterizedTest
    @EnumSource
    void noStatementFailsWhileTokensAreReplaced(Kind kind) throws Exception {
        DemoUser user = kind == Kind.SESSION ? admin.signUp().newUser() : newClientUser(EmulatorSettings.ADMIN);
        List<Load> loads = Stream.generate(() -> load(user)).limit(3).toList();

        await("several tokens have ended")
                .pollDelay(TOKEN_LIFE.multipliedBy(3))
                .atMost(SOON)
                .until(() -> loads.stream().allMatch(load -> load.statements() > 10));

        for (Load load : loads) {
            assertThat(load.stop()).isEmpty();
        }
    }

    @Test
    void aRevokedSessionEndsStatementsUntilTheUserIsUpdated() throws Exception {
        DemoUser user = admin.signUp().newUser();
        Load load = load(user);

        admin.revokeSessionOf(user);
        await("statements fail").atMost(SOON).until(() -> !load.failures().isEmpty());
        admin.renew(user);
        long before = load.statements();
        await("the same connection works again").atMost(SOON).until(() -> load.statements() > before + 5);

        assertThat(load.stop())
                .allSatisfy(failure -> assertThat(failure.getSQLState()).isEqualTo("28000"))
                .first()
                .satisfies(failure -> assertThat(failure.getMessage())
                        .contains("of gateway user " + user.username() + " has ended")
                        .contains("with its nonce update gateway user " + user.username()));
    }

    @Test
    void anUpdateIsNotNoticedByStatementsThatRun() throws Exception {
        DemoUser user = admin.signUp().newUser();
        Load load = load(user);

        for (int i = 0; i < 5; i++) {
            admin.renew(user);
        }
        long before = load.statements();
        await("it goes on").atMost(SOON).until(() -> load.statements() > before + 5);

        assertThat(load.stop()).isEmpty();
    }

    @Test
    void aDeletedUsersConnectionEnds() throws Exception {
        DemoUser user = admin.signUp().newUser();
        Load load = load(user);

        admin.delete(user);
        await("the connection ends").atMost(SOON).until(load::isDisconnected);

        assertThat(load.stop())
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure.getSQLState())
                        .as(failure.toString())
                        .matches("28000|57P0[0-9]|08...|XX000"));
    }

    @Test
    void aClientWhoseSecretHasChangedIsUpdated() throws Exception {
        EmulatedClient client = EmulatedClient.admin("rotating", "first-secret");
        cdf.access().put(client);
        DemoUser user = newClientUser(client);
        try (Connection connection = gateway.connect(user)) {
            assertThat(Rows.count(connection, Load.QUERY)).isEqualTo(10);
            EmulatedClient changed = EmulatedClient.admin("rotating", "second-secret");
            cdf.access().put(changed);
            await("the token has ended")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(failure(connection)).isEqualTo("28000"));

            HttpResponse<String> updated = admin.post(
                    "/update",
                    "{\"items\": [{\"username\": \"" + user.username() + "\", \"update\": {\"credentials\": {\"set\": "
                            + credentials(changed) + "}}}]}");

            assertThat(updated.statusCode()).as(updated.body()).isEqualTo(200);
            assertThat(Rows.count(connection, Load.QUERY)).isEqualTo(10);

            admin.renew(user);
            assertThat(Rows.count(connection, Load.QUERY)).isEqualTo(10);
        }
    }

    @Test
    void tokensComeFromAllowedAddressesOnly() {
        String body = "{\"items\": [{\"credentials\": "
                + credentials(EmulatorSettings.ADMIN)
                        .replace("\"clientId\"", "\"tokenUri\": \"http://127.0.0.1:1/token\", \"clientId\"")
                + "}]}";

        HttpResponse<String> refused = admin.post("", body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("tokenUri: http://127.0.0.1:1/token is not allowed here.");
    }

    private Load load(DemoUser user) {
        try {
            return Load.start(gateway.connect(user));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private DemoUser newClientUser(EmulatedClient client) {
        HttpResponse<String> created = admin.post("", "{\"items\": [{\"credentials\": " + credentials(client) + "}]}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(200);
        return new DemoUser(field(created, "username"), new Secret(field(created, "password")));
    }

    private static String credentials(EmulatedClient client) {
        return "{\"clientCredentials\": {\"clientId\": \"" + client.id() + "\", \"clientSecret\": \"" + client.secret()
                + "\"}}";
    }

    private static String field(HttpResponse<String> response, String name) {
        return response.body().replaceAll(".*\"" + name + "\":\"([^\"]+)\".*", "$1");
    }

    private static String failure(Connection connection) {
        try {
            Rows.count(connection, Load.QUERY);
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }
}
