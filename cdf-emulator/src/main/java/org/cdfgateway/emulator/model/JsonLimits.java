package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.cdfgateway.emulator.schema.Utf8;

/** How large a JSON value may be: reference/cdf-api-data.md section 11.3. */
final class JsonLimits {

    private JsonLimits() {}

    /** @return the text */
    static String check(JsonNode json, String text, String property) {
        int bytes = Utf8.length(text);
        if (bytes > ModelLimits.JSON_BYTES) {
            throw PropertyType.invalid(
                    property, "a JSON object can have at most " + ModelLimits.JSON_BYTES + " bytes, got " + bytes);
        }
        if (json.size() > ModelLimits.JSON_KEYS) {
            throw PropertyType.invalid(
                    property, "a JSON object can have at most " + ModelLimits.JSON_KEYS + " keys, got " + json.size());
        }
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            if (entry.getKey().length() > ModelLimits.JSON_KEY_LENGTH) {
                throw PropertyType.invalid(
                        property,
                        "a key can have at most " + ModelLimits.JSON_KEY_LENGTH + " characters: " + entry.getKey());
            }
            if (Utf8.length(entry.getValue().toString()) > ModelLimits.JSON_VALUE_BYTES) {
                throw PropertyType.invalid(
                        property,
                        "the value of " + entry.getKey() + " can have at most " + ModelLimits.JSON_VALUE_BYTES
                                + " bytes");
            }
        }
        return text;
    }
}
