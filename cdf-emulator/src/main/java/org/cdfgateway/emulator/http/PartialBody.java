package org.cdfgateway.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** Request bodies of which only the first items count. */
final class PartialBody {

    private PartialBody() {}

    /**
     * @param part from 0 to 1, rounded down to whole items
     * @return the body itself when it has no items
     */
    static byte[] firstItems(byte[] body, double part) {
        ObjectNode json = Json.object(body);
        JsonNode items = json.path("items");
        if (!items.isArray()) {
            return body;
        }
        ArrayNode first = json.putArray("items");
        for (int i = 0; i < (int) (items.size() * part); i++) {
            first.add(items.path(i));
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
