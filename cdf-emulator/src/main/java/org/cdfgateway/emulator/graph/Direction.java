package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import org.cdfgateway.emulator.http.ApiError;

/** Along edges and direct relations, or against them. */
enum Direction {
    OUTWARDS,
    INWARDS;

    /** @throws ApiError 400 for another word */
    static Direction of(JsonNode word, Direction absent) {
        return switch (word.asText("")) {
            case "" -> absent;
            case "outwards" -> OUTWARDS;
            case "inwards" -> INWARDS;
            default -> throw ApiError.badRequest("direction must be outwards or inwards, got " + word);
        };
    }
}
