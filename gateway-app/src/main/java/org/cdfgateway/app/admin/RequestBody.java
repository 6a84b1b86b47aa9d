package org.cdfgateway.app.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A request's body, undecoded. Never shown in messages: it may hold a nonce.
 *
 * @param text empty when there is none
 */
public record RequestBody(String text) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * The JSON object that the body is.
     *
     * @throws ApiException when it is none
     */
    JsonFields object() {
        try {
            JsonNode node = JSON.readTree(text);
            return JsonFields.of("body", node);
        } catch (JsonProcessingException e) {
            // Jackson's message quotes the body, which may hold a nonce.
            throw ApiException.malformed(
                    "request body is not valid JSON: line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr());
        }
    }

    /** The text at a JSON pointer, whatever else the body is; empty when there is none. */
    String textAt(String pointer) {
        try {
            JsonNode found = JSON.readTree(text).at(pointer);
            return found.isTextual() ? found.textValue() : "";
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "RequestBody[" + text.length() + " characters]";
    }
}
