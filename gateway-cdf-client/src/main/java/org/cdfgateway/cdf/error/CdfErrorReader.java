package org.cdfgateway.cdf.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Reads error answers of all shapes: {@code {"error": {"code", "message", ...}}}, the same without the wrapper,
 * {@code {"error": "text"}}, and whatever a gateway between says in HTML or not at all. Never fails.
 */
public final class CdfErrorReader {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** An error body has a few kilobytes; references of a large batch can make it longer. */
    private static final int MAX_BODY_BYTES = 1 << 20;

    private static final int MAX_MESSAGE_CHARACTERS = 1_000;

    private CdfErrorReader() {}

    public static CdfError read(Response response) {
        String body = text(response);
        JsonNode error = errorNode(body);
        boolean flagged = header(response, "cdf-is-auto-retryable")
                        .filter("true"::equalsIgnoreCase)
                        .isPresent()
                || error.path("isAutoRetryable").asBoolean(false);
        return new CdfError(
                response.status(),
                message(error, body),
                references(error.path("missing")),
                references(error.path("duplicated")),
                references(error.path("missingFields")),
                flagged,
                header(response, "x-request-id"));
    }

    /** The first value of a response header. */
    public static Optional<String> header(Response response, String name) {
        Collection<String> values = response.headers().getOrDefault(name, List.of());
        return values.stream().findFirst();
    }

    private static String text(Response response) {
        if (response.body() == null) {
            return "";
        }
        try (InputStream body = response.body().asInputStream()) {
            return new String(body.readNBytes(MAX_BODY_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static JsonNode errorNode(String body) {
        try {
            JsonNode root = MAPPER.readTree(body);
            return root.has("error") ? root.path("error") : root;
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }

    private static String message(JsonNode error, String body) {
        if (error.isTextual()) {
            return shortened(error.asText());
        }
        JsonNode message = error.path("message");
        return shortened(message.isTextual() ? message.asText() : body.strip());
    }

    private static String shortened(String text) {
        return text.length() <= MAX_MESSAGE_CHARACTERS ? text : text.substring(0, MAX_MESSAGE_CHARACTERS) + "...";
    }

    private static List<String> references(JsonNode references) {
        List<String> keys = new ArrayList<>();
        for (JsonNode reference : references) {
            if (reference.isObject()) {
                List<String> parts = new ArrayList<>();
                reference.properties().forEach(key -> parts.add(key.getKey() + ": " + plain(key.getValue())));
                keys.add(String.join(", ", parts));
            } else {
                keys.add(plain(reference));
            }
        }
        return keys;
    }

    private static String plain(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
