package org.cdfgateway.app.remote;

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
import java.util.Map;
import java.util.stream.Collectors;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;

/**
 * Sends JSON and forms, and reads JSON. Every call throws IO_ERROR with what the other side says when it answers anything
 * but 200, and QUERY_CANCELED when interrupted. Safe for use by several threads.
 */
public final class JsonCalls {
    private static final int OK = 200;
    private static final int MAX_QUOTED = 1_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;

    public JsonCalls() {
        this(HttpClient.newHttpClient());
    }

    /** @param http knows which certificates to trust */
    public JsonCalls(HttpClient http) {
        this.http = http;
    }

    public JsonNode get(URI url, Secret token) {
        return send(authorized(url, token).GET());
    }

    /** @param body made of maps, lists and plain values */
    public JsonNode post(URI url, Secret token, Map<String, ?> body) {
        try {
            return send(authorized(url, token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps and lists of plain values are always JSON", e);
        }
    }

    public JsonNode postForm(URI url, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields))));
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder authorized(URI url, Secret token) {
        return HttpRequest.newBuilder(url).header("Authorization", "Bearer " + token.reveal());
    }

    private JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(TIMEOUT).build();
        String call = request.method() + " " + request.uri();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new GatewayException(
                        ErrorKind.IO_ERROR, call + " answered " + response.statusCode() + ": " + said(response.body()));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new GatewayException(ErrorKind.IO_ERROR, call + " failed: " + e).causedBy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException(ErrorKind.QUERY_CANCELED, "interrupted").causedBy(e);
        }
    }

    /** The message of CDF's form of errors or an identity provider's, or else the begin of the answer. */
    private static String said(String body) {
        try {
            JsonNode answer = JSON.readTree(body);
            String message = answer.path("error").path("message").asText();
            String description = answer.path("error_description").asText();
            if (!message.isEmpty() || !description.isEmpty()) {
                return message + description;
            }
        } catch (JsonProcessingException e) {
            // Shown as it is.
        }
        return body.substring(0, Math.min(body.length(), MAX_QUOTED));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }
}
