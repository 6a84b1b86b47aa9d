package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.cdfgateway.app.demo.DemoUser;
import org.cdfgateway.app.demo.SignUp;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.emulator.EmulatorSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Managing users while they are connected. */
@ExtendWith(GatewayExtension.class)
class UsersIT {
    private final RunningGateway gateway;
    private final HttpClient http = HttpClient.newHttpClient();
    private final SignUp signUp;

    UsersIT(RunningGateway gateway) {
        this.gateway = gateway;
        this.signUp = gateway.signUp(EmulatorSettings.ADMIN);
    }

    @Test
    void aNewSessionHealsOpenConnections() throws Exception {
        DemoUser user = signUp.newUser();
        try (Connection connection = gateway.connect(user)) {
            assertThat(count(connection)).isEqualTo(1);
            revokeSessionOf(user);

            assertThatThrownBy(() -> count(connection))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo("28000"))
                    .hasMessageContaining("nonce");

            Secret nonce = signUp.nonce(signUp.accessToken());
            HttpResponse<String> updated = post(
                    "/update",
                    "{\"items\": [{\"username\": \"" + user.username()
                            + "\", \"update\": {\"credentials\": {\"set\": {\"nonce\": \"" + nonce.reveal()
                            + "\"}}}}]}");

            assertThat(updated.statusCode()).isEqualTo(200);
            assertThat(count(connection)).isEqualTo(1);
        }
    }

    @Test
    void aDeletedUserIsOutAtOnce() throws Exception {
        DemoUser user = signUp.newUser();
        try (Connection connection = gateway.connect(user)) {
            assertThat(count(connection)).isEqualTo(1);

            assertThat(post("/delete", named(user)).body()).isEqualTo("{}");

            assertThatThrownBy(() -> count(connection))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).startsWith("57P"));
            assertThatThrownBy(() -> gateway.connect(user))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getSQLState()).isEqualTo("28P01"));
            assertThat(post("/byids", named(user)).statusCode()).isEqualTo(400);
        }
    }

    private void revokeSessionOf(DemoUser user) throws Exception {
        String id = post("/byids", named(user)).body().replaceAll(".*\"sessionId\":(\\d+).*", "$1");
        HttpRequest revocation = HttpRequest.newBuilder(
                        URI.create(gateway.cdf().baseUri() + "/api/v1/projects/demo/sessions/revoke"))
                .header("Authorization", "Bearer " + signUp.accessToken().reveal())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"items\": [{\"id\": " + id + "}]}"))
                .build();
        assertThat(http.send(revocation, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private static String named(DemoUser user) {
        return "{\"items\": [{\"username\": \"" + user.username() + "\"}]}";
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(gateway.httpUrl() + "/api/v1/projects/demo/postgresgateway" + path))
                        .header(
                                "Authorization",
                                "Bearer " + signUp.accessToken().reveal())
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM assets LIMIT 1")) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }
}
