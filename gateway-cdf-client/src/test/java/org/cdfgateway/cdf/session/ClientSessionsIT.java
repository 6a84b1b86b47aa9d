package org.cdfgateway.cdf.session;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.cdf.CdfServer;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfCredentials.ClientCredentials;
import org.cdfgateway.domain.identity.CdfIdentity;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.CdfSessions.BoundSession;
import org.cdfgateway.domain.port.outbound.CdfSessions.SessionToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSessionsIT {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);
    private static final Secret SECRET = new Secret("s&cret=1");

    private final CdfServer server = new CdfServer();
    private final URI tokenUri = URI.create(server.wire.baseUrl() + "/oauth/token");
    private final ClientSessions sessions = sessions(Set.of(tokenUri));

    private ClientSessions sessions(Set<URI> allowed) {
        return new ClientSessions(
                HttpClient.newHttpClient(),
                new TokenEndpoints(allowed, "https://cdf/.default"),
                new CdfTokenInspection(server.apis(), server.settings().timeouts()),
                NOW);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void exchangesIdAndSecretForAToken() {
        giveTokens();
        showProjects("oil-field");

        BoundSession bound = sessions.bind("oil-field", credentials(Optional.empty()));

        CdfIdentity.Client client = new CdfIdentity.Client(tokenUri, "my client", "https://cdf/.default");
        assertThat(bound)
                .isEqualTo(new BoundSession(
                        client, SECRET, new SessionToken(new Secret("access"), Instant.parse("2026-11-25T11:00:00Z"))));
        assertThat(sessions.refresh(client, SECRET)).isEqualTo(bound.token());
        server.wire.verify(
                exactly(2),
                postRequestedFor(urlPathEqualTo("/oauth/token"))
                        .withRequestBody(equalTo("grant_type=client_credentials&client_id=my+client"
                                + "&client_secret=s%26cret%3D1&scope=https%3A%2F%2Fcdf%2F.default")));
    }

    @Test
    void refusesAClientOfAnotherProject() {
        giveTokens();
        showProjects("gas-field");

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> sessions.bind("oil-field", credentials(Optional.of(tokenUri))))
                .withMessage("Client my client is in no group of CDF project oil-field.")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_PARAMETER_VALUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://localhost/oauth/token",
                "file:///etc/passwd",
                "SAME/oauth/token?x=1",
                "SAME/oauth/token/../admin",
                "SAME@evil.example/oauth/token"
            })
    void asksNoAddressThatIsNotAllowed(String address) {
        URI asked = URI.create(address.replace("SAME", server.wire.baseUrl()));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> sessions.bind("oil-field", credentials(Optional.of(asked))))
                .withMessage("tokenUri: " + asked + " is not allowed here.");
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> sessions.refresh(new CdfIdentity.Client(asked, "my client", "s"), SECRET))
                .satisfies(
                        failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION));

        server.wire.verify(exactly(0), postRequestedFor(anyUrl()));
    }

    @Test
    void isOffUnlessAnAddressIsAllowed() {
        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> sessions(Set.of()).bind("oil-field", credentials(Optional.of(tokenUri))))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.FEATURE_NOT_SUPPORTED));
    }

    @Test
    void followsNoRedirection() {
        server.wire.stubFor(post(anyUrl())
                .willReturn(aResponse().withStatus(307).withHeader("Location", server.wire.baseUrl() + "/other")));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> sessions.bind("oil-field", credentials(Optional.empty())))
                .withMessage("No access token for client my client: " + tokenUri + " answered 307.")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.IO_ERROR));
        server.wire.verify(exactly(1), postRequestedFor(anyUrl()));
    }

    @Test
    void saysWhyTheProviderRefuses() {
        server.wire.stubFor(post(anyUrl())
                .willReturn(jsonResponse(
                        "{\"error\": \"invalid_client\", \"error_description\": \"Secret has expired\"}", 401)));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> sessions.bind("oil-field", credentials(Optional.empty())))
                .withMessage("The identity provider refuses a token to client my client.")
                .satisfies(failure -> {
                    assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_PARAMETER_VALUE);
                    assertThat(failure.detail()).contains(tokenUri + " says: invalid_client: Secret has expired");
                });
    }

    private void giveTokens() {
        server.wire.stubFor(post(anyUrl()).willReturn(okJson("{\"access_token\": \"access\", \"expires_in\": 3600}")));
    }

    private void showProjects(String name) {
        server.wire.stubFor(get(anyUrl())
                .willReturn(okJson("{\"subject\": \"s\", \"projects\": [{\"projectUrlName\": \"" + name
                        + "\", \"groups\": [1]}], \"capabilities\": []}")));
    }

    private static ClientCredentials credentials(Optional<URI> tokenUri) {
        return new ClientCredentials(tokenUri, "my client", SECRET, Optional.empty());
    }
}
