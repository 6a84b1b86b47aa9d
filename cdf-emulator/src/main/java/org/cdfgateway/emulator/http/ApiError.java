package org.cdfgateway.emulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/**
 * A request that CDF refuses (reference/cdf-api-resources.md section 1.13).
 *
 * <pre>{"error": {"code": 400, "message": "...", "missing": [{"id": 1}], "duplicated": [...]}}</pre>
 */
public final class ApiError extends RuntimeException {

    private final int status;
    private final List<JsonNode> missing;
    private final List<JsonNode> duplicated;
    private final List<String> missingFields;

    private ApiError(
            int status,
            String message,
            Collection<? extends JsonNode> missing,
            Collection<? extends JsonNode> duplicated,
            List<String> missingFields) {
        super(message, null, false, false);
        this.status = status;
        this.missing = List.copyOf(missing);
        this.duplicated = List.copyOf(duplicated);
        this.missingFields = List.copyOf(missingFields);
    }

    public static ApiError of(int status, String message) {
        return new ApiError(status, message, List.of(), List.of(), List.of());
    }

    public static ApiError badRequest(String message) {
        return of(400, message);
    }

    public static ApiError unauthorized() {
        return of(401, "Unauthorized");
    }

    public static ApiError forbidden() {
        return of(403, "Resource not found. This may also be due to insufficient access rights.");
    }

    public static ApiError missing(int status, String message, Collection<? extends JsonNode> missing) {
        return new ApiError(status, message, missing, List.of(), List.of());
    }

    public static ApiError duplicated(int status, String message, Collection<? extends JsonNode> duplicated) {
        return new ApiError(status, message, List.of(), duplicated, List.of());
    }

    public static ApiError missingFields(List<String> fields) {
        return new ApiError(400, "Missing required fields: " + String.join(", ", fields), List.of(), List.of(), fields);
    }

    public int status() {
        return status;
    }

    Answer answer() {
        return Answer.json(status, this::write);
    }

    private void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("error");
        out.writeNumberField("code", status);
        out.writeStringField("message", getMessage());
        writeNodes(out, "missing", missing);
        writeNodes(out, "duplicated", duplicated);
        if (!missingFields.isEmpty()) {
            out.writeArrayFieldStart("missingFields");
            for (String field : missingFields) {
                out.writeString(field);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void writeNodes(JsonGenerator out, String name, List<JsonNode> nodes) throws IOException {
        if (nodes.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart(name);
        for (JsonNode node : nodes) {
            out.writeRawValue(node.toString());
        }
        out.writeEndArray();
    }
}
