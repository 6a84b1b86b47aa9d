package org.cdfgateway.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.emulator.access.EmulatedClient;
import org.jspecify.annotations.Nullable;

/** Talks to an emulator as one client. Quotes in bodies may be written as apostrophes. */
final class TestClient {

    static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final CdfEmulator cdf;
    private final @Nullable String token;

    private TestClient(CdfEmulator cdf, @Nullable String token) {
        this.cdf = cdf;
        this.token = token;
    }

    /** With a token of its own. */
    static TestClient of(CdfEmulator cdf, EmulatedClient client) {
        Answer answer = new TestClient(cdf, null)
                .form(
                        cdf.tokenUri(),
                        "grant_type=client_credentials&scope=x/.default&client_id=" + client.id() + "&client_secret="
                                + client.secret());
        return new TestClient(cdf, answer.json().path("access_token").asText());
    }

    static TestClient admin(CdfEmulator cdf) {
        return of(cdf, EmulatorSettings.ADMIN);
    }

    TestClient withToken(@Nullable String other) {
        return new TestClient(cdf, other);
    }

    record Answer(int status, HttpResponse<byte[]> response) {

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return MAPPER.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The status, then the text of the error. */
        String error() {
            JsonNode error = json().path("error");
            return status + " " + error.path("message").asText();
        }

        List<JsonNode> items() {
            List<JsonNode> items = new ArrayList<>();
            json().path("items").forEach(items::add);
            return items;
        }

        JsonNode item(int index) {
            return json().path("items").path(index);
        }

        @Nullable
        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    Answer post(String path, String body) {
        return send(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(quoted(body))));
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer form(URI uri, String body) {
        return send(HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** @param path below the project, or absolute when it starts with {@code /api} */
    HttpRequest.Builder request(String path) {
        String absolute = path.startsWith("/api") ? path : "/api/v1/projects/demo" + path;
        HttpRequest.Builder builder = HttpRequest.newBuilder(cdf.baseUri().resolve(absolute));
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        return builder;
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = sendOrFail(request);
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<byte[]> sendOrFail(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All pages of a list; the body without its braces and without cursor. */
    List<JsonNode> listAll(String path, String fields) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = post(path, "{" + fields + cursor + "}");
            if (page.status() != 200) {
                throw new IllegalStateException(page.text());
            }
            all.addAll(page.items());
            JsonNode next = page.json().path("nextCursor");
            cursor = next.isMissingNode() ? "" : (fields.isEmpty() ? "" : ",") + "'cursor':'" + next.asText() + "'";
        } while (!cursor.isEmpty());
        return all;
    }

    static String quoted(String text) {
        return text.replace('\'', '"');
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
