package org.cdfgateway.emulator.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Call;
import org.cdfgateway.emulator.http.Routes;

/** Sessions, the public calls (reference/cdf-api-data.md section 6). */
final class SessionEndpoints {

    private static final int DEFAULT_LIMIT = 25;
    private static final String ACL = "sessionsAcl";

    private final Clients clients;
    private final Sessions sessions;

    SessionEndpoints(Clients clients, Sessions sessions) {
        this.clients = clients;
        this.sessions = sessions;
    }

    void addTo(Routes routes) {
        routes.project("POST", "/sessions", Admission.needs(ACL, "CREATE"), this::create)
                .project("GET", "/sessions", Admission.needs(ACL, "LIST"), this::list)
                .project("POST", "/sessions/byids", Admission.needs(ACL, "LIST"), this::byIds)
                .project("POST", "/sessions/revoke", Admission.needs(ACL, "DELETE"), this::revoke);
    }

    private Answer create(Call call) {
        JsonNode items = call.json().path("items");
        if (!items.isArray() || items.size() != 1 || !items.get(0).isObject()) {
            throw ApiError.badRequest("Request must contain exactly 1 item in request body");
        }
        JsonNode item = items.get(0);
        SessionType type = typeOf(item);
        String clientId = call.caller().clientId();
        String secret = null;
        if (type == SessionType.CLIENT_CREDENTIALS) {
            clientId = item.path("clientId").asText();
            secret = item.path("clientSecret").asText();
            if (!clients.accepts(clientId, secret)) {
                throw ApiError.of(401, "Could not authenticate with the given client credentials.");
            }
        }
        return SessionJson.created(sessions.create(type, clientId, secret, call.caller()));
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
        int limit = call.intParameter("limit", DEFAULT_LIMIT, 1, SessionJson.MAX_IDS);
        long after = call.longParameter("cursor", 0);
        String text = call.parameter("status");
        SessionStatus status = text == null || text.isEmpty() ? null : SessionStatus.of(text);
        List<Session> all = sessions.all().stream()
                .filter(session -> status == null || session.status() == status)
                .toList();
        int from = (int) all.stream().filter(session -> session.id() <= after).count();
        int until = Math.min(from + limit, all.size());
        int before = from - limit;
        return SessionJson.page(
                all.subList(from, until),
                from == 0
                        ? null
                        : Long.valueOf(before <= 0 ? 0 : all.get(before - 1).id()),
                until == all.size() ? null : Long.valueOf(all.get(until - 1).id()));
    }

    private Answer byIds(Call call) {
        return SessionJson.page(sessions.byIds(SessionJson.ids(call.json())));
    }

    private Answer revoke(Call call) {
        List<Session> revoked = sessions.revoke(SessionJson.ids(call.json()));
        return call.reach(ACL, "LIST").isNothing() ? SessionJson.idsOnly(revoked) : SessionJson.page(revoked);
    }
}
