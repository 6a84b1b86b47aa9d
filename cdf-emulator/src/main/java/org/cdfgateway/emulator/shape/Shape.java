package org.cdfgateway.emulator.shape;

import com.fasterxml.jackson.databind.JsonNode;
import org.cdfgateway.emulator.schema.Violations;

/** The form of one JSON value. */
@FunctionalInterface
public interface Shape {

    /**
     * @param path where the value stands in the request
     * @return the value as it is kept: without nulls and unknown fields, with defaults filled in
     * @throws org.cdfgateway.emulator.http.ApiError 400 for a value of another JSON type
     */
    JsonNode read(JsonNode value, String path, Violations violations);
}
