package org.cdfgateway.emulator.access;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.cdfgateway.emulator.resource.RequestItems;
import org.jspecify.annotations.Nullable;

/**
 * The services' side of sessions: nonces and keys become tokens (reference/cdf-api-data.md section 7). Called with a
 * service identity; a client's token is refused.
 */
final class SessionTokens {

    private static final int MAX_REFRESHED = 50;

    private final Sessions sessions;
    private final AccessTokens tokens;

    SessionTokens(Sessions sessions, AccessTokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    void addTo(Routes routes) {
        routes.project("POST", "/sessions/token", Admission.services(), this::token)
                .project("POST", "/sessions/batchrefresh", Admission.services(), this::refreshAll)
                .project("POST", "/sessions/detach", Admission.services(), this::detach);
    }

    private record Granted(Session session, AccessTokens.Issued token) {}

    /** Bind or refresh, told apart by the fields of the body. */
    private Answer token(Call call) {
        ObjectNode body = call.json();
        if (body.path("nonce").isTextual()) {
            JsonNode cap = body.path("maxExpirationSeconds");
            Session session =
                    sessions.bind(body.path("nonce").textValue(), cap.isIntegralNumber() ? cap.longValue() : null);
            Granted granted = grant(session);
            return Answer.ok(out -> write(granted, session.key(), out));
        }
        Granted granted = refresh(body);
        return Answer.ok(out -> write(granted, null, out));
    }

    private Granted refresh(JsonNode request) {
        if (!request.path("sessionId").isIntegralNumber()
                || !request.path("sessionKey").isTextual()) {
            throw ApiError.badRequest("Expected nonce, or sessionId and sessionKey");
        }
        return grant(sessions.refresh(
                request.path("sessionId").longValue(),
                request.path("sessionKey").textValue()));
    }

    private Granted grant(Session session) {
        return new Granted(session, tokens.issue(session.clientId(), session.id(), session.expires()));
    }

    private record Failed(long id, ApiError error) {}

    private Answer refreshAll(Call call) {
        List<Granted> granted = new ArrayList<>();
        List<Failed> failed = new ArrayList<>();
        for (JsonNode item : RequestItems.of(call.json().path("items"), MAX_REFRESHED)) {
            try {
                granted.add(refresh(item));
            } catch (ApiError e) {
                failed.add(new Failed(item.path("sessionId").asLong(), e));
            }
        }
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Granted one : granted) {
                write(one, null, out);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("failed");
            for (Failed one : failed) {
                out.writeStartObject();
                out.writeNumberField("id", one.id());
                out.writeStringField("error", String.valueOf(one.error().getMessage()));
                out.writeNumberField("code", one.error().status());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private Answer detach(Call call) {
        return SessionJson.page(sessions.detach(SessionJson.ids(call.json())));
    }

    private static void write(Granted granted, @Nullable String key, JsonGenerator out) throws IOException {
        Session session = granted.session();
        out.writeStartObject();
        out.writeNumberField("id", session.id());
        out.writeStringField("accessToken", granted.token().token());
        out.writeNumberField("expiresIn", granted.token().expiresInSeconds());
        if (key != null) {
            out.writeStringField("sessionKey", key);
        }
        out.writeNumberField("sessionExpirationTime", session.expires().toEpochMilli());
        out.writeBooleanField("sessionIsExtendable", session.type().isExtendable());
        out.writeEndObject();
    }
}
