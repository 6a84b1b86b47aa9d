package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import org.cdfgateway.emulator.http.Json;

/** The definitions that every project has, from the resource {@code system-models.json}. */
final class SystemModels {

    /** When the system is said to have made them: 2024-06-01. */
    static final long CREATED = Instant.parse("2024-06-01T00:00:00Z").toEpochMilli();

    private static final String RESOURCE = "system-models.json";

    private SystemModels() {}

    /** Lists of items as in create requests, by the names that paths have. */
    static JsonNode read() {
        try (InputStream in = Objects.requireNonNull(SystemModels.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return Json.object(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
