package org.cdfgateway.emulator.access;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;
import org.jspecify.annotations.Nullable;

/** Sessions: the public calls and the services' exchange of nonces (reference/cdf-api-data.md sections 6 and 7). */
final class SessionEndpoints {

    private static final int MAX_IDS = 1000;
    private static final int DEFAULT_LIMIT = 25;
    private static final String ACL = "sessionsAcl";

    private final Clients clients;
    private final Sessions sessions;
    private final AccessTokens tokens;

    SessionEndpoints(Clients clients, Sessions sessions, AccessTokens tokens) {
        this.clients = clients;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    void addTo(Routes routes) {
        routes.project("POST", "/sessions", Admission.needs(ACL, "CREATE"), this::create)
                .project("GET", "/sessions", Admission.needs(ACL, "LIST"), this::list)
                .project("POST", "/sessions/byids", Admission.needs(ACL, "LIST"), this::byIds)
                .project("POST", "/sessions/revoke", Admission.needs(ACL, "DELETE"), this::revoke)
                // Called with a service identity, which the emulator does not check (section 7.1).
                .project("POST", "/sessions/token", Admission.open(), this::token);
    }

    private Answer create(Call call) {
        JsonNode items = call.json().path("items");
        if (!items.isArray() || items.size() != 1 || !items.get(0).isObject()) {
            throw ApiError.badRequest("Request must contain exactly 1 item in request body");
        }
        JsonNode item = items.get(0);
        SessionType type = typeOf(item);
        String clientId = call.caller().clientId();
        if (type == SessionType.CLIENT_CREDENTIALS) {
            clientId = item.path("clientId").asText();
            if (!clients.accepts(clientId, item.path("clientSecret").asText())) {
                throw ApiError.of(401, "Could not authenticate with the given client credentials.");
            }
        }
        Session session = sessions.create(type, clientId, call.caller());
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            out.writeStartObject();
            out.writeNumberField("id", session.id());
            out.writeStringField("type", session.type().name());
            out.writeStringField("status", session.status().name());
            out.writeStringField("nonce", session.nonce());
            writeClientId(session, out);
            out.writeEndObject();
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static SessionType typeOf(JsonNode item) {
        List<SessionType> types = new ArrayList<>();
        if (item.path("clientId").isTextual() && item.path("clientSecret").isTextual()) {
            types.add(SessionType.CLIENT_CREDENTIALS);
        }
        if (item.path("tokenExchange").asBoolean()) {
            types.add(SessionType.TOKEN_EXCHANGE);
        }
        if (item.path("oneshotTokenExchange").asBoolean()) {
            types.add(SessionType.ONESHOT_TOKEN_EXCHANGE);
        }
        if (types.size() != 1) {
            throw ApiError.badRequest("Expected either clientId and clientSecret, or tokenExchange: true, or"
                    + " oneshotTokenExchange: true");
        }
        return types.get(0);
    }

    private Answer list(Call call) {
        int limit = call.intParameter("limit", DEFAULT_LIMIT, 1, MAX_IDS);
        long after = call.longParameter("cursor", 0);
        String status = call.parameter("status");
        List<Session> found = sessions.all().stream()
                .filter(session -> session.id() > after)
                .filter(session -> status == null || session.status().name().equals(status.toUpperCase(Locale.ROOT)))
                .limit(limit + 1L)
                .toList();
        boolean more = found.size() > limit;
        List<Session> page = more ? found.subList(0, limit) : found;
        Long next = more ? page.get(limit - 1).id() : null;
        return answer(page, next);
    }

    private Answer byIds(Call call) {
        return answer(sessions.byIds(ids(call.json())), null);
    }

    private Answer revoke(Call call) {
        return answer(sessions.revoke(ids(call.json())), null);
    }

    private static List<Long> ids(ObjectNode body) {
        JsonNode items = body.path("items");
        if (!items.isArray() || items.isEmpty() || items.size() > MAX_IDS) {
            throw ApiError.badRequest("items size must be between 1 and " + MAX_IDS);
        }
        List<Long> ids = new ArrayList<>();
        for (JsonNode item : items) {
            if (!item.path("id").isIntegralNumber()) {
                throw ApiError.missingFields(List.of("items[" + ids.size() + "].id"));
            }
            ids.add(item.path("id").longValue());
        }
        return ids;
    }

    private static Answer answer(List<Session> page, @Nullable Long next) {
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Session session : page) {
                out.writeStartObject();
                out.writeNumberField("id", session.id());
                out.writeStringField("type", session.type().name());
                out.writeStringField("status", session.status().name());
                out.writeNumberField("creationTime", session.created().toEpochMilli());
                out.writeNumberField("expirationTime", session.expires().toEpochMilli());
                writeClientId(session, out);
                out.writeEndObject();
            }
            out.writeEndArray();
            if (next != null) {
                out.writeStringField("nextCursor", next.toString());
            }
            out.writeEndObject();
        });
    }

    private static void writeClientId(Session session, JsonGenerator out) throws IOException {
        if (session.type() == SessionType.CLIENT_CREDENTIALS) {
            out.writeStringField("clientId", session.clientId());
        }
    }

    /** Bind or refresh, told apart by the fields of the body. */
    private Answer token(Call call) {
        ObjectNode body = call.json();
        if (body.path("nonce").isTextual()) {
            JsonNode cap = body.path("maxExpirationSeconds");
            Session session = sessions.bind(body.path("nonce").textValue(), cap.isNumber() ? cap.longValue() : null);
            return tokenAnswer(session, session.key());
        }
        if (body.path("sessionId").isIntegralNumber() && body.path("sessionKey").isTextual()) {
            Session session = sessions.refresh(
                    body.path("sessionId").longValue(), body.path("sessionKey").textValue());
            return tokenAnswer(session, null);
        }
        throw ApiError.badRequest("Expected nonce, or sessionId and sessionKey");
    }

    private Answer tokenAnswer(Session session, @Nullable String key) {
        Instant expires = session.expires();
        AccessTokens.Issued issued = tokens.issue(session.clientId(), session.id(), expires);
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeNumberField("id", session.id());
            out.writeStringField("accessToken", issued.token());
            out.writeNumberField("expiresIn", issued.expiresInSeconds());
            if (key != null) {
                out.writeStringField("sessionKey", key);
            }
            out.writeNumberField("sessionExpirationTime", expires.toEpochMilli());
            out.writeBooleanField("sessionIsExtendable", session.type().isExtendable());
            out.writeEndObject();
        });
    }
}
