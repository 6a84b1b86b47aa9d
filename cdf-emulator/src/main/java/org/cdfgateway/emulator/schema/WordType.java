package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.emulator.http.ApiError;

/** One of some words, read in any case and kept in the spelling given here. */
public record WordType(List<String> words) implements FieldType {

    @Override
    public Object read(JsonNode json, String path, Violations violations) {
        if (!json.isTextual()) {
            throw Violations.wrongType(path, "string", json);
        }
        return find(json.textValue())
                .orElseThrow(
                        () -> ApiError.badRequest(path + " must be one of " + words + ", got " + json.textValue()));
    }

    /** The word in its own spelling. */
    public Optional<String> find(String text) {
        return words.stream().filter(text::equalsIgnoreCase).findAny();
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeString((String) value);
    }

    @Override
    public ValueKind kind() {
        return ValueKind.TEXT;
    }
}
