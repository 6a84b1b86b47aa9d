package org.cdfgateway.cdf.session;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.cdfgateway.cdf.CdfServer;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfIdentity;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.CdfSessions.BoundSession;
import org.cdfgateway.domain.port.outbound.CdfSessions.SessionToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceSessionsIT {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);

    private final CdfServer server = new CdfServer();
    private final ServiceSessions sessions = sessions(Optional.of(new Secret("service-token")));

    private ServiceSessions sessions(Optional<Secret> serviceToken) {
        return new ServiceSessions(server.apis(), server.settings().timeouts(), () -> serviceToken, NOW);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void bindsANonce() {
        server.wire.stubFor(post(anyUrl()).willReturn(okJson("""
                        {"id": 42, "accessToken": "access", "expiresIn": 3600, "sessionKey": "key",
                         "sessionExpirationTime": 1780000000000, "sessionIsExtendable": true}
                        """)));

        BoundSession session = sessions.bind("oil-field", new Secret("nonce-1"));

        assertThat(session)
                .isEqualTo(new BoundSession(
                        new CdfIdentity.Session(42),
                        new Secret("key"),
                        new SessionToken(new Secret("access"), Instant.parse("2026-11-25T11:00:00Z"))));
        server.wire.verify(postRequestedFor(urlPathEqualTo("/api/v1/projects/oil-field/sessions/token"))
                .withHeader("Authorization", equalTo("Bearer service-token"))
                .withRequestBody(equalTo("{\"nonce\":\"nonce-1\"}")));
    }

    @Test
    void callsWithoutATokenWhenThereIsNone() {
        server.wire.stubFor(post(anyUrl())
                .willReturn(okJson("{\"id\": 42, \"accessToken\": \"a\", \"expiresIn\": 1, \"sessionKey\": \"k\"}")));

        sessions(Optional.empty()).bind("oil-field", new Secret("nonce-1"));

        server.wire.verify(postRequestedFor(anyUrl()).withHeader("Authorization", absent()));
    }

    @Test
    void aSpentNonceIsAnInvalidValue() {
        server.wire.stubFor(post(anyUrl())
                .willReturn(jsonResponse("{\"error\": {\"code\": 400, \"message\": \"Nonce has expired\"}}", 400)));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> sessions.bind("oil-field", new Secret("nonce-1")))
                .withMessage("CDF does not accept the nonce")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_PARAMETER_VALUE))
                .satisfies(failure -> assertThat(failure.detail()).contains("CDF says (400): Nonce has expired"));
    }

    @Test
    void bindingIsNeverRepeated() {
        server.wire.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> sessions.bind("oil-field", new Secret("nonce-1")))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.IO_ERROR));
        server.wire.verify(exactly(1), postRequestedFor(anyUrl()));
    }

    @Test
    void refreshesTheToken() {
        server.wire.stubFor(
                post(anyUrl()).willReturn(okJson("{\"id\": 42, \"accessToken\": \"other\", \"expiresIn\": 60}")));

        assertThat(sessions.refresh("oil-field", 42, new Secret("key")))
                .isEqualTo(new SessionToken(new Secret("other"), Instant.parse("2026-11-25T10:01:00Z")));
        server.wire.verify(
                postRequestedFor(anyUrl()).withRequestBody(equalTo("{\"sessionId\":42,\"sessionKey\":\"key\"}")));
    }

    @Test
    void anEndedSessionIsNoAuthorization() {
        server.wire.stubFor(post(anyUrl())
                .willReturn(jsonResponse("{\"error\": {\"code\": 400, \"message\": \"Session not found\"}}", 400)));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> sessions.refresh("oil-field", 42, new Secret("key")))
                .withMessage("CDF session 42 has ended")
                .satisfies(
                        failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION));
    }

    @Test
    void aRejectedServiceTokenIsNotTheUsersFault() {
        server.wire.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(401)));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> sessions.refresh("oil-field", 42, new Secret("key")))
                .withMessage("CDF's session service does not accept the gateway's own token")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INSUFFICIENT_PRIVILEGE));
    }

    @Test
    void aFailingServiceIsAnIoError() {
        server.wire.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(503)));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> sessions.refresh("oil-field", 42, new Secret("key")))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.IO_ERROR));
    }
}
