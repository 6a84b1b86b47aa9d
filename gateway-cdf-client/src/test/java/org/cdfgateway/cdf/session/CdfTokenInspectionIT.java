package org.cdfgateway.cdf.session;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.cdfgateway.cdf.CdfServer;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.TokenInspection;
import org.cdfgateway.domain.port.outbound.TokenInspection.Capability;
import org.cdfgateway.domain.port.outbound.TokenInspection.Scope;
import org.cdfgateway.domain.port.outbound.TokenInspection.TokenRights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CdfTokenInspectionIT {
    private final CdfServer server = new CdfServer();
    private final TokenInspection tokens =
            new CdfTokenInspection(server.apis(), server.settings().timeouts());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsRights() {
        server.wire.stubFor(get(anyUrl()).willReturn(okJson("""
                        {"subject": "s-1", "projects": [{"projectUrlName": "plant-a", "groups": [1, 2]}],
                         "capabilities": [
                           {"rawAcl": {"actions": ["READ", "LIST"], "scope": {"all": {}}},
                            "projectScope": {"projects": ["plant-a"]}},
                           {"brandNewAcl": {"actions": ["READ"], "scope": {"unheardOf": {}}},
                            "projectScope": {"allProjects": {}}},
                           {"postgresGatewayAcl": {"actions": ["READ"],
                                                   "scope": {"usersScope": {"usernames": ["u1", "u2"]}}},
                            "projectScope": {"allProjects": {}}},
                           {"eventsAcl": {"actions": ["READ"], "scope": {"all": {}}},
                            "projectScope": {"projects": []}}]}
                        """)));

        TokenRights rights = tokens.inspect(new Secret("bearer-1"));

        assertThat(rights.subject()).isEqualTo("s-1");
        assertThat(rights.projects()).containsExactly("plant-a");
        assertThat(rights.capabilities())
                .containsExactly(
                        new Capability("rawAcl", Set.of("READ", "LIST"), Set.of("plant-a"), Scope.ALL),
                        new Capability("brandNewAcl", Set.of("READ"), Set.of(), Scope.NONE),
                        new Capability(
                                "postgresGatewayAcl", Set.of("READ"), Set.of(), new Scope(false, Set.of("u1", "u2"))));
        assertThat(rights.scope("postgresGatewayAcl", "READ", "plant-a").includes("u1"))
                .isTrue();
        assertThat(rights.scope("postgresGatewayAcl", "READ", "plant-a").includes("u3"))
                .isFalse();
        assertThat(rights.scope("rawAcl", "READ", "plant-a").includes("u3")).isTrue();
        assertThat(rights.allows("rawAcl", "LIST", "plant-a")).isTrue();
        assertThat(rights.allows("eventsAcl", "READ", "plant-a")).isFalse();
        server.wire.verify(getRequestedFor(urlPathEqualTo("/api/v1/token/inspect"))
                .withHeader("Authorization", equalTo("Bearer bearer-1")));
    }

    @Test
    void anUnknownTokenIsNoAuthorization() {
        server.wire.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(401)));

        assertThatExceptionOfType(GatewayException.class)
                .isThrownBy(() -> tokens.inspect(new Secret("bearer-1")))
                .satisfies(
                        failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION));
    }
}
