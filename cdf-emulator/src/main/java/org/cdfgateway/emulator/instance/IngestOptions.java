package org.cdfgateway.emulator.instance;

import com.fasterxml.jackson.databind.JsonNode;

/** What a request to apply instances chooses: reference/cdf-api-data.md section 11.5. */
public record IngestOptions(
        boolean autoCreateDirectRelations,
        boolean autoCreateStartNodes,
        boolean autoCreateEndNodes,
        boolean skipOnVersionConflict,
        boolean replace) {

    static IngestOptions of(JsonNode body) {
        return new IngestOptions(
                body.path("autoCreateDirectRelations").asBoolean(true),
                body.path("autoCreateStartNodes").asBoolean(),
                body.path("autoCreateEndNodes").asBoolean(),
                body.path("skipOnVersionConflict").asBoolean(),
                body.path("replace").asBoolean());
    }
}
