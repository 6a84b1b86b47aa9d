package org.cdfgateway.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs in with client credentials. */
final class AccessToken {
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private AccessToken() {}

    static String of(Target target, HttpClient http) throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + encoded(target, "CDF_CLIENT_ID") + "&client_secret="
                + encoded(target, "CDF_CLIENT_SECRET") + "&scope=" + encoded(target, "CDF_URL") + "%2F.default";
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(target.variable("CDF_TOKEN_URL")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        Matcher found = ACCESS_TOKEN.matcher(response.body());
        if (!found.find()) {
            throw new IOException("no access token, status " + response.statusCode());
        }
        return found.group(1);
    }

    private static String encoded(Target target, String variable) {
        return URLEncoder.encode(target.variable(variable), StandardCharsets.UTF_8);
    }
}
