package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import org.cdfgateway.emulator.http.ApiError;

/** The side of edges that a next step begins at, seen in the direction they were followed. */
enum ChainTo {
    SOURCE,
    DESTINATION;

    /** @throws ApiError 400 for another word */
    static ChainTo of(JsonNode word) {
        return switch (word.asText("destination")) {
            case "source" -> SOURCE;
            case "destination" -> DESTINATION;
            default -> throw ApiError.badRequest("chainTo must be source or destination, got " + word);
        };
    }
}
