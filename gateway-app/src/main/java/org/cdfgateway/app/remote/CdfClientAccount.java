package org.cdfgateway.app.remote;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;

/**
 * A client of an identity provider that CDF trusts.
 *
 * @param tokenUrl where client credentials become an access token
 * @param scope for example {@code https://westeurope-1.cognitedata.com/.default}
 */
public record CdfClientAccount(URI tokenUrl, String clientId, Secret clientSecret, String scope) {
    private static final JsonCalls CALLS = new JsonCalls();

    /**
     * An access token, as the identity provider gives it.
     *
     * @throws GatewayException IO_ERROR when it gives none
     */
    public Secret accessToken() {
        return new Secret(CALLS.postForm(
                        tokenUrl,
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                clientId,
                                "client_secret",
                                clientSecret.reveal(),
                                "scope",
                                scope))
                .path("access_token")
                .asText());
    }

    /**
     * The nonce of a new CDF session that acts as the client.
     *
     * @param project base URL of the project's API
     * @throws GatewayException IO_ERROR when CDF opens none
     */
    public Secret nonce(URI project, Secret token) {
        Map<String, String> credentials = Map.of("clientId", clientId, "clientSecret", clientSecret.reveal());
        return new Secret(CALLS.post(URI.create(project + "/sessions"), token, Map.of("items", List.of(credentials)))
                .path("items")
                .path(0)
                .path("nonce")
                .asText());
    }
}
