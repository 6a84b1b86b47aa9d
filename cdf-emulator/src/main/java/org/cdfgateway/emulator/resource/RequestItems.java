package org.cdfgateway.emulator.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.schema.Violations;

/** The {@code items} of a request body. */
public final class RequestItems {

    private RequestItems() {}

    /** @throws ApiError 400 unless it is an array of 1 to {@code max} objects */
    public static List<JsonNode> of(JsonNode items, int max) {
        if (items.isMissingNode() || items.isNull()) {
            throw ApiError.missingFields(List.of("items"));
        }
        if (!items.isArray()) {
            throw Violations.wrongType("items", "array", items);
        }
        Violations violations = new Violations();
        violations.requireSize("items", items.size(), 1, max);
        violations.check();
        List<JsonNode> elements = new ArrayList<>(items.size());
        for (JsonNode item : items) {
            if (!item.isObject()) {
                throw Violations.wrongType("items[" + elements.size() + "]", "object", item);
            }
            elements.add(item);
        }
        return elements;
    }
}
