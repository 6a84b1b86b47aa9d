package org.cdfgateway.cdf.session;

import java.net.http.HttpClient;
import java.time.Clock;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfCredentials.ClientCredentials;
import org.cdfgateway.domain.identity.CdfIdentity;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.CdfSessions.BoundSession;
import org.cdfgateway.domain.port.outbound.CdfSessions.SessionToken;
import org.cdfgateway.domain.port.outbound.TokenInspection;

/** Gateway users that are clients of an identity provider. */
final class ClientSessions {
    private final TokenEndpoints endpoints;
    private final ClientTokens tokens;
    private final TokenInspection inspection;

    ClientSessions(HttpClient http, TokenEndpoints endpoints, TokenInspection inspection, Clock clock) {
        this.endpoints = endpoints;
        this.tokens = new ClientTokens(http, clock);
        this.inspection = inspection;
    }

    BoundSession bind(String project, ClientCredentials credentials) {
        CdfIdentity.Client client = new CdfIdentity.Client(
                endpoints.choose(credentials.tokenUri()),
                credentials.clientId(),
                credentials.scopes().orElse(endpoints.defaultScopes()));
        try {
            SessionToken token = tokens.fetch(client, credentials.clientSecret());
            requireProject(project, client, token);
            return new BoundSession(client, credentials.clientSecret(), token);
        } catch (GatewayException e) {
            if (e.kind() != ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION) {
                throw e;
            }
            GatewayException invalid = new GatewayException(ErrorKind.INVALID_PARAMETER_VALUE, e.text()).causedBy(e);
            throw e.detail().map(invalid::withDetail).orElse(invalid);
        }
    }

    /** What a nonce proves by itself: that its identity belongs to the project. */
    private void requireProject(String project, CdfIdentity.Client client, SessionToken token) {
        if (!inspection.inspect(token.accessToken()).projects().contains(project)) {
            throw new GatewayException(
                            ErrorKind.INVALID_PARAMETER_VALUE,
                            "Client " + client.clientId() + " is in no group of CDF project " + project + ".")
                    .withHint("Link a CDF group of the project to a group of the client.");
        }
    }

    SessionToken refresh(CdfIdentity.Client client, Secret secret) {
        if (!endpoints.allows(client.tokenUri())) {
            throw new GatewayException(
                            ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION,
                            "Tokens of " + client.tokenUri() + " are not allowed here any more.")
                    .withHint("Whoever runs the gateway can allow them with gateway.cdf.token-urls.");
        }
        return tokens.fetch(client, secret);
    }
}
