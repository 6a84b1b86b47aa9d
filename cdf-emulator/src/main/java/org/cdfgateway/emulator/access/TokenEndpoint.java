package org.cdfgateway.emulator.access;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.Call;

/** The identity provider's token endpoint: client credentials, answers like Entra ID's. */
final class TokenEndpoint {

    private static final DateTimeFormatter ENTRA_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final Clients clients;
    private final AccessTokens tokens;
    private final Clock clock;

    TokenEndpoint(Clients clients, AccessTokens tokens, Clock clock) {
        this.clients = clients;
        this.tokens = tokens;
        this.clock = clock;
    }

    Answer answer(Call call) {
        Map<String, String> form = call.form();
        String grantType = form.get("grant_type");
        ClientAuthentication client = ClientAuthentication.of(call);
        String clientId = client.id();
        String secret = client.secret();
        if (grantType == null) {
            return refuse(400, "invalid_request", 900144, "The request body must contain the parameter: 'grant_type'.");
        }
        if (!grantType.equals("client_credentials")) {
            return refuse(400, "unsupported_grant_type", 70003, "The grant type '" + grantType + "' is not supported.");
        }
        if (clientId == null || clientId.isEmpty()) {
            return refuse(400, "invalid_request", 900144, "The request body must contain the parameter: 'client_id'.");
        }
        String scope = form.get("scope");
        if (scope == null || scope.isEmpty()) {
            return refuse(400, "invalid_request", 900144, "The request body must contain the parameter: 'scope'.");
        }
        if (!scope.endsWith("/.default")) {
            return refuse(
                    400,
                    "invalid_scope",
                    1002012,
                    "The provided value for scope " + scope + " is not valid. Client credential flows must have a scope"
                            + " value with /.default suffixed to the resource identifier (application ID URI).");
        }
        if (secret == null || secret.isEmpty()) {
            return refuse(
                    401,
                    "invalid_client",
                    7000216,
                    "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant"
                            + " type.");
        }
        if (!clients.knows(clientId)) {
            return refuse(
                    400,
                    "unauthorized_client",
                    700016,
                    "Application with identifier '" + clientId + "' was not found in the directory.");
        }
        if (!clients.accepts(clientId, secret)) {
            return refuse(401, "invalid_client", 7000215, "Invalid client secret provided.");
        }
        AccessTokens.Issued issued = tokens.issue(clientId, null, Instant.MAX);
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeStringField("token_type", "Bearer");
            out.writeNumberField("expires_in", issued.expiresInSeconds());
            out.writeNumberField("ext_expires_in", issued.expiresInSeconds());
            out.writeStringField("access_token", issued.token());
            out.writeEndObject();
        });
    }

    private Answer refuse(int status, String error, int code, String text) {
        String trace = UUID.randomUUID().toString();
        String correlation = UUID.randomUUID().toString();
        String timestamp = ENTRA_TIME.format(clock.instant());
        return Answer.json(status, out -> {
            out.writeStartObject();
            out.writeStringField("error", error);
            out.writeStringField(
                    "error_description",
                    "AADSTS" + code + ": " + text + " Trace ID: " + trace + " Correlation ID: " + correlation
                            + " Timestamp: " + timestamp);
            out.writeArrayFieldStart("error_codes");
            out.writeNumber(code);
            out.writeEndArray();
            out.writeStringField("timestamp", timestamp);
            out.writeStringField("trace_id", trace);
            out.writeStringField("correlation_id", correlation);
            out.writeStringField("error_uri", "https://login.microsoftonline.com/error?code=" + code);
            out.writeEndObject();
        });
    }
}
