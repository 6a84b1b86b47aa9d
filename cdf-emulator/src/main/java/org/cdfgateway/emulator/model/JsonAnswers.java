package org.cdfgateway.emulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import org.cdfgateway.emulator.http.Answer;
import org.jspecify.annotations.Nullable;

/** Answers with a page of small JSON trees. */
final class JsonAnswers {

    private JsonAnswers() {}

    static Answer page(Collection<? extends JsonNode> items, @Nullable String nextCursor) {
        return Answer.ok(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (JsonNode item : items) {
                out.writeRawValue(item.toString());
            }
            out.writeEndArray();
            if (nextCursor != null) {
                out.writeStringField("nextCursor", nextCursor);
            }
            out.writeEndObject();
        });
    }
}
