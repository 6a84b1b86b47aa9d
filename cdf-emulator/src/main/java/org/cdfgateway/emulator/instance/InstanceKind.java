package org.cdfgateway.emulator.instance;

import com.fasterxml.jackson.databind.JsonNode;
import org.cdfgateway.emulator.http.ApiError;

/** Nodes and edges. One of each kind may have the same id. */
public enum InstanceKind {
    NODE("node"),
    EDGE("edge");

    private final String word;

    InstanceKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /**
     * @param instanceType of a request; absent for nodes
     * @throws ApiError 400 for another word
     */
    public static InstanceKind of(JsonNode instanceType) {
        String word = instanceType.isMissingNode() || instanceType.isNull() ? NODE.word : instanceType.asText();
        return switch (word) {
            case "node" -> NODE;
            case "edge" -> EDGE;
            default -> throw ApiError.badRequest("instanceType must be node or edge, got " + word);
        };
    }
}
