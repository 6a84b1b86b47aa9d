package org.cdfgateway.cdf;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.identity.Secret;
import org.jspecify.annotations.Nullable;

/** The emulator's administrator. */
final class EmulatedAccess implements CdfAccess {
    private final URI tokenUri;
    private final String project;
    private @Nullable Secret token;

    EmulatedAccess(URI tokenUri, String project) {
        this.tokenUri = tokenUri;
        this.project = project;
    }

    @Override
    public String project() {
        return project;
    }

    @Override
    public String principal() {
        return "demo-client";
    }

    @Override
    public synchronized Secret accessToken() {
        if (token == null) {
            token = fetch();
        }
        return token;
    }

    @Override
    public synchronized void rejected(Secret rejected) {
        if (rejected.equals(token)) {
            token = null;
        }
    }

    private Secret fetch() {
        HttpRequest request = HttpRequest.newBuilder(tokenUri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=demo-client&client_secret=demo-secret" + "&scope="
                                + tokenUri.resolve("/.default")))
                .build();
        try {
            String body = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            return new Secret(JsonMapper.builder()
                    .build()
                    .readTree(body)
                    .path("access_token")
                    .asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
