package org.cdfgateway.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import org.cdfgateway.app.remote.CdfClientAccount;
import org.cdfgateway.app.remote.JsonCalls;
import org.cdfgateway.app.remote.UsersApi;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;

/**
 * Makes a gateway user the way anybody does (reference/postgres-gateway.md section 6.1):
 *
 * <pre>
 * client credentials ──▶ access token ──▶ CDF session ──▶ nonce ──▶ gateway user
 * </pre>
 */
public final class SignUp {
    private final HttpClient http;
    private final CdfProject cdf;
    private final CdfClientAccount client;
    private final URI gateway;

    /** @param gateway base URL of the gateway's HTTP API */
    public SignUp(CdfProject cdf, URI gateway) {
        this(cdf, gateway, HttpClient.newHttpClient());
    }

    /** As {@link #SignUp(CdfProject, URI)}, with a client that trusts the gateway's certificate. */
    public SignUp(CdfProject cdf, URI gateway, HttpClient http) {
        this.http = http;
        this.cdf = cdf;
        this.client = new CdfClientAccount(cdf.tokenUrl(), cdf.clientId(), cdf.clientSecret(), cdf.url() + "/.default");
        this.gateway = gateway;
    }

    /** @throws GatewayException IO_ERROR when one of the steps fails */
    public DemoUser newUser() {
        Secret token = accessToken();
        return newUser(token, nonce(token));
    }

    /** @throws GatewayException IO_ERROR when the gateway refuses token or nonce */
    public DemoUser newUser(Secret token, Secret nonce) {
        JsonNode user = new UsersApi(gateway, cdf.project(), token, new JsonCalls(http))
                .create(Map.of("nonce", nonce.reveal()));
        return new DemoUser(
                user.path("username").asText(), new Secret(user.path("password").asText()));
    }

    /** An access token of the client, as the identity provider gives it. */
    public Secret accessToken() {
        return client.accessToken();
    }

    /** A nonce of a new CDF session that acts as the client. */
    public Secret nonce(Secret token) {
        return client.nonce(URI.create(cdf.url() + "/api/v1/projects/" + cdf.project()), token);
    }
}
