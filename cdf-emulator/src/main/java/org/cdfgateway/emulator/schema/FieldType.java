package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** How values of a field look in JSON and in memory, and what limits them. */
public interface FieldType {

    /**
     * @param path where the value stands in the request
     * @throws org.cdfgateway.emulator.http.ApiError 400 for a value of the wrong JSON type
     */
    Object read(JsonNode json, String path, Violations violations);

    void write(Object value, JsonGenerator out) throws IOException;

    /** How filters and sorts see it. */
    default ValueKind kind() {
        return ValueKind.OPAQUE;
    }
}
