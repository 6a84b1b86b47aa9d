package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.emulator.http.ApiError;

/** Broken limits of one request, collected so that the answer names them all. */
public final class Violations {

    private static final int MAX_NAMED = 20;

    private final List<String> violations = new ArrayList<>();
    private final List<String> missingFields = new ArrayList<>();
    private int count;

    public void add(String violation) {
        count++;
        if (violations.size() < MAX_NAMED) {
            violations.add(violation);
        }
    }

    public void addMissingField(String path) {
        if (missingFields.size() < MAX_NAMED) {
            missingFields.add(path);
        }
    }

    public void requireSize(String name, int size, int min, int max) {
        if (size < min || size > max) {
            add(name + " size must be between " + min + " and " + max);
        }
    }

    /** @throws ApiError 400 when there are any */
    public void check() {
        if (!missingFields.isEmpty()) {
            throw ApiError.missingFields(missingFields);
        }
        if (count > 0) {
            throw ApiError.badRequest("Request had " + count + " constraint violations. Please fix the request and try"
                    + " again. " + violations);
        }
    }

    /** A value of another JSON type than expected, which ends the reading of a request at once. */
    public static ApiError wrongType(String path, String expected, JsonNode actual) {
        return ApiError.badRequest(
                "Invalid value at " + path + ": expected " + expected + ", got " + actual.getNodeType());
    }
}
