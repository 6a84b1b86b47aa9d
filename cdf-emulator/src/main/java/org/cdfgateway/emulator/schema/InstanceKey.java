package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cdfgateway.emulator.http.Json;

/** The node of data modeling that an object is another side of. */
public record InstanceKey(String space, String externalId) {

    private static final int MAX_SPACE = 43;
    private static final int MAX_EXTERNAL_ID = 255;

    /** @throws org.cdfgateway.emulator.http.ApiError 400 for anything but an object of two texts */
    public static InstanceKey read(JsonNode json, String path, Violations violations) {
        if (!json.path("space").isTextual() || !json.path("externalId").isTextual()) {
            throw Violations.wrongType(path, "object with space and externalId", json);
        }
        InstanceKey key = new InstanceKey(
                json.path("space").textValue(), json.path("externalId").textValue());
        violations.requireSize(path + ".space", key.space.length(), 1, MAX_SPACE);
        violations.requireSize(path + ".externalId", key.externalId.length(), 1, MAX_EXTERNAL_ID);
        return key;
    }

    /** Both in one; spaces have no colon. */
    public String text() {
        return space + ":" + externalId;
    }

    static InstanceKey of(String text) {
        int colon = text.indexOf(':');
        return new InstanceKey(text.substring(0, colon), text.substring(colon + 1));
    }

    public ObjectNode toJson() {
        return Json.newObject().put("space", space).put("externalId", externalId);
    }
}
