package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cdfgateway.emulator.http.Json;

/** The definitions that every project has, from the resource {@code system-models.json}. */
final class SystemModels {

    private static final String RESOURCE = "system-models.json";

    private SystemModels() {}

    static void addTo(Models models) {
        JsonNode all = read();
        for (DefinitionKind kind : DefinitionKind.values()) {
            List<JsonNode> items = new ArrayList<>();
            all.path(kind.path()).forEach(items::add);
            models.upsert(kind, items, true);
        }
    }

    private static JsonNode read() {
        try (InputStream in = Objects.requireNonNull(SystemModels.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return Json.object(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
