package org.cdfgateway.cdf.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body {@code {"items": [...], "nextCursor": "..."}}, read straight from the stream.
 *
 * @param nextCursor where the listing goes on; null at its end, which an empty page is not
 */
public record JsonPage<T>(List<T> items, @Nullable String nextCursor) {

    /** Reads one item. */
    @FunctionalInterface
    public interface ItemReader<T> {

        /** @param parser stands on the item's first token, and on its last one afterwards */
        T read(JsonParser parser) throws IOException;
    }

    /** Reads to the body's end and closes the stream. */
    public static <T> JsonPage<T> read(InputStream body, ItemReader<T> reader) throws IOException {
        List<T> items = new ArrayList<>();
        String nextCursor = null;
        try (JsonParser parser = JsonRows.JSON.createParser(body)) {
            JsonRows.expect(parser.nextToken(), JsonToken.START_OBJECT, parser);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (name.equals("items")) {
                    JsonRows.expect(token, JsonToken.START_ARRAY, parser);
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        items.add(reader.read(parser));
                    }
                } else if (name.equals("nextCursor") && token == JsonToken.VALUE_STRING) {
                    nextCursor = parser.getText();
                } else {
                    parser.skipChildren();
                }
            }
            JsonRows.expect(parser.currentToken(), JsonToken.END_OBJECT, parser);
        }
        return new JsonPage<>(items, nextCursor);
    }

    /** Reads a body that is a single item and closes the stream. */
    public static <T> T single(InputStream body, ItemReader<T> reader) throws IOException {
        try (JsonParser parser = JsonRows.JSON.createParser(body)) {
            parser.nextToken();
            return reader.read(parser);
        }
    }
}
