package org.cdfgateway.emulator.access;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.emulator.http.Answer;
import org.cdfgateway.emulator.http.ApiError;
import org.jspecify.annotations.Nullable;

/** Sessions in requests and answers (reference/cdf-api-data.md section 6). */
final class SessionJson {

    static final int MAX_IDS = 1000;

    private SessionJson() {}

    /** @throws ApiError 400 unless {@code items} has 1 to 1000 elements with an id */
    static List<Long> ids(ObjectNode body) {
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

    static Answer page(List<Session> page) {
        return page(page, null, null);
    }

    /**
     * @param previous null on the first page
     * @param next null on the last page
     */
    static Answer page(List<Session> page, @Nullable Long previous, @Nullable Long next) {
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Session session : page) {
                write(session, out);
            }
            out.writeEndArray();
            if (previous != null) {
                out.writeStringField("previousCursor", previous.toString());
            }
            if (next != null) {
                out.writeStringField("nextCursor", next.toString());
            }
            out.writeEndObject();
        });
    }

    private static void write(Session session, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("id", session.id());
        out.writeStringField("type", session.type().name());
        out.writeStringField("status", session.status().name());
        out.writeNumberField("creationTime", session.created().toEpochMilli());
        out.writeNumberField("expirationTime", session.expires().toEpochMilli());
        writeClientId(session, out);
        out.writeEndObject();
    }

    /** For callers who may not list sessions. */
    static Answer idsOnly(List<Session> sessions) {
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Session session : sessions) {
                out.writeStartObject();
                out.writeNumberField("id", session.id());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    static Answer created(Session session) {
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

    private static void writeClientId(Session session, JsonGenerator out) throws IOException {
        if (session.type() == SessionType.CLIENT_CREDENTIALS) {
            out.writeStringField("clientId", session.clientId());
        }
    }
}
