package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import org.cdfgateway.emulator.http.Call;

/** The spaces that a request is about, for the checks of rights. */
public final class RequestSpaces {

    private RequestSpaces() {}

    /** Of the {@code items}. */
    public static Set<String> ofItems(Call call) {
        return of(call.json().path("items"));
    }

    /** Of some objects that each name a space. */
    public static Set<String> of(JsonNode objects) {
        Set<String> spaces = new LinkedHashSet<>();
        for (JsonNode object : objects) {
            spaces.add(object.path("space").asText());
        }
        return spaces;
    }
}
