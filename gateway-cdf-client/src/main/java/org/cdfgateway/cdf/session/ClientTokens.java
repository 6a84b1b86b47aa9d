package org.cdfgateway.cdf.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfIdentity;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.CdfSessions.SessionToken;

/**
 * Tokens of an identity provider for its clients: the client credentials grant (RFC 6749 section 4.4). Follows no
 * redirection, reads little of an answer, and repeats nothing.
 */
final class ClientTokens {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_ANSWER_BYTES = 256 << 10;
    private static final int MAX_QUOTED = 300;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** What a token lives for when the provider does not say. */
    private static final long DEFAULT_LIFE_SECONDS = 300;

    private final HttpClient http;
    private final Clock clock;

    /** @param http must not follow redirections */
    ClientTokens(HttpClient http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /**
     * @throws GatewayException INVALID_AUTHORIZATION_SPECIFICATION when the provider refuses the client; IO_ERROR when it
     *     cannot be reached or answers otherwise; QUERY_CANCELED when interrupted
     */
    SessionToken fetch(CdfIdentity.Client client, Secret secret) {
        HttpRequest request = HttpRequest.newBuilder(client.tokenUri())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form(client, secret)))
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return understood(client, response.statusCode(), body.readNBytes(MAX_ANSWER_BYTES));
            }
        } catch (IOException e) {
            // The message of a failure to read may quote an answer, so only its kind is told.
            throw failed(client, "failed: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException(ErrorKind.QUERY_CANCELED, "Cancelled while fetching an access token.")
                    .causedBy(e);
        }
    }

    private SessionToken understood(CdfIdentity.Client client, int status, byte[] body) {
        JsonNode answer = tree(body);
        String token = answer.path("access_token").asText();
        if (status == OK && !token.isEmpty()) {
            long seconds = answer.path("expires_in").asLong(DEFAULT_LIFE_SECONDS);
            return new SessionToken(new Secret(token), clock.instant().plusSeconds(seconds));
        }
        if (status == BAD_REQUEST || status == UNAUTHORIZED) {
            throw new GatewayException(
                            ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION,
                            "The identity provider refuses a token to client " + client.clientId() + ".")
                    .withDetail(client.tokenUri() + " says: "
                            + shortened(
                                    answer.path("error").asText(),
                                    answer.path("error_description").asText()));
        }
        throw failed(client, "answered " + status);
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) { // the status tells enough
            return JSON.missingNode();
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    private static String shortened(String error, String description) {
        String text = (error + ": " + description).replaceAll("\\p{Cntrl}+", " ");
        return text.substring(0, Math.min(text.length(), MAX_QUOTED));
    }

    private static GatewayException failed(CdfIdentity.Client client, String how) {
        return new GatewayException(
                        ErrorKind.IO_ERROR,
                        "No access token for client " + client.clientId() + ": " + client.tokenUri() + " " + how + ".")
                .withHint("Try again later; check that the gateway can reach this address.");
    }

    private static String form(CdfIdentity.Client client, Secret secret) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_id", client.clientId());
        fields.put("client_secret", secret.reveal());
        fields.put("scope", client.scopes());
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
