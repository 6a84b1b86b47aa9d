package org.cdfgateway.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.cdfgateway.app.demo.DemoUser;
import org.cdfgateway.app.demo.SignUp;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.emulator.CdfEmulator;

/** Calls of the gateway's HTTP API and of CDF's sessions, as an administrator makes them. */
public record AdminCalls(CdfEmulator cdf, SignUp signUp, URI gateway) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** @param path behind {@code /postgresgateway} */
    public HttpResponse<String> post(String path, String body) {
        return post(signUp.accessToken(), URI.create(gateway + "/api/v1/projects/demo/postgresgateway" + path), body);
    }

    /** @param path behind {@code /postgresgateway} */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(gateway + "/api/v1/projects/demo/postgresgateway" + path))
                .header("Authorization", "Bearer " + signUp.accessToken().reveal())
                .build());
    }

    public void delete(DemoUser user) {
        assertThat(post("/delete", named(user)).body()).isEqualTo("{}");
    }

    /** Gives the user a new CDF session. */
    public void renew(DemoUser user) {
        String nonce = signUp.nonce(signUp.accessToken()).reveal();
        HttpResponse<String> updated = post(
                "/update",
                "{\"items\": [{\"username\": \"" + user.username()
                        + "\", \"update\": {\"credentials\": {\"set\": {\"nonce\": \"" + nonce + "\"}}}}]}");
        assertThat(updated.statusCode()).as(updated.body()).isEqualTo(200);
    }

    /** Ends the user's CDF session in CDF. */
    public void revokeSessionOf(DemoUser user) {
        String id = post("/byids", named(user)).body().replaceAll(".*\"sessionId\":(\\d+).*", "$1");
        HttpResponse<String> revoked = post(
                signUp.accessToken(),
                URI.create(cdf.baseUri() + "/api/v1/projects/demo/sessions/revoke"),
                "{\"items\": [{\"id\": " + id + "}]}");
        assertThat(revoked.statusCode()).as(revoked.body()).isEqualTo(200);
    }

    public static String named(DemoUser user) {
        return "{\"items\": [{\"username\": \"" + user.username() + "\"}]}";
    }

    private static HttpResponse<String> post(Secret token, URI url, String body) {
        return send(HttpRequest.newBuilder(url)
                .header("Authorization", "Bearer " + token.reveal())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
