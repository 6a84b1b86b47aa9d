package org.cdfgateway.cdf.view;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.cdfgateway.cdf.api.InstanceReference;
import org.cdfgateway.cdf.row.JsonText;
import org.jspecify.annotations.Nullable;

/** References to nodes as SQL has them: {@code {"space": "plant", "externalId": "unit1"}}. */
final class NodeTexts {

    private NodeTexts() {}

    /** Empty when the JSON is anything else, or has anything else. */
    static Optional<InstanceReference> parsed(String json) {
        try (JsonParser parser = JsonText.parser(json)) {
            String space = null;
            String externalId = null;
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_STRING) {
                    return Optional.empty();
                }
                switch (name) {
                    case "space" -> space = parser.getText();
                    case "externalId" -> externalId = parser.getText();
                    default -> {
                        return Optional.empty();
                    }
                }
            }
            boolean isWhole = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
            return isWhole ? reference(space, externalId) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<InstanceReference> reference(@Nullable String space, @Nullable String externalId) {
        return space == null || externalId == null
                ? Optional.empty()
                : Optional.of(new InstanceReference(space, externalId));
    }
}
