package org.cdfgateway.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cdfgateway.domain.error.ErrorKind;
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

    private static final int OK = 200;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final CdfProject cdf;
    private final URI gateway;

    /** @param gateway base URL of the gateway's HTTP API */
    public SignUp(CdfProject cdf, URI gateway) {
        this(cdf, gateway, HttpClient.newHttpClient());
    }

    /** As {@link #SignUp(CdfProject, URI)}, with a client that trusts the gateway's certificate. */
    public SignUp(CdfProject cdf, URI gateway, HttpClient http) {
        this.http = http;
        this.cdf = cdf;
        this.gateway = gateway;
    }

    /** @throws GatewayException IO_ERROR when one of the steps fails */
    public DemoUser newUser() {
        Secret token = accessToken();
        return newUser(token, nonce(token));
    }

    /** @throws GatewayException IO_ERROR when the gateway refuses token or nonce */
    public DemoUser newUser(Secret token, Secret nonce) {
        JsonNode user = post(
                projectUrl(gateway) + "/postgresgateway",
                token,
                Map.of("credentials", Map.of("nonce", nonce.reveal())));
        return new DemoUser(
                user.path("username").asText(), new Secret(user.path("password").asText()));
    }

    /** An access token of the client, as the identity provider gives it. */
    public Secret accessToken() {
        String form = form(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                cdf.clientId(),
                "client_secret",
                cdf.clientSecret().reveal(),
                "scope",
                cdf.url() + "/.default"));
        JsonNode answer = send(HttpRequest.newBuilder(cdf.tokenUrl())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return new Secret(answer.path("access_token").asText());
    }

    /** A nonce of a new CDF session that acts as the client. */
    public Secret nonce(Secret token) {
        Map<String, String> credentials = Map.of(
                "clientId", cdf.clientId(), "clientSecret", cdf.clientSecret().reveal());
        return new Secret(post(projectUrl(cdf.url()) + "/sessions", token, credentials)
                .path("nonce")
                .asText());
    }

    private String projectUrl(URI base) {
        return base + "/api/v1/projects/" + cdf.project();
    }

    private JsonNode post(String url, Secret token, Map<String, ?> item) {
        try {
            String body = JSON.writeValueAsString(Map.of("items", List.of(item)));
            return send(HttpRequest.newBuilder(URI.create(url))
                            .header("Authorization", "Bearer " + token.reveal())
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body)))
                    .path("items")
                    .path(0);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }

    private JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(TIMEOUT).build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new GatewayException(
                        ErrorKind.IO_ERROR,
                        "POST " + request.uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, "POST " + request.uri() + " failed: " + e).causedBy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException(ErrorKind.QUERY_CANCELED, "interrupted").causedBy(e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
