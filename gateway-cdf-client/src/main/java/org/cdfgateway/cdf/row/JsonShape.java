package org.cdfgateway.cdf.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Looks at JSON texts; without building trees where the order of fields does not matter. */
public final class JsonShape {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonShape() {}

    /** Whether the text is exactly one valid JSON object. */
    public static boolean isObject(String json) {
        return isObject(json, false);
    }

    /** Whether the text is exactly one valid JSON object and all of its values are texts. */
    public static boolean isObjectOfTexts(String json) {
        return isObject(json, true);
    }

    /** Whether the text is exactly one valid JSON array and all of its elements are objects. */
    public static boolean isArrayOfObjects(String json) {
        try (JsonParser parser = JsonRows.JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return false;
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                parser.skipChildren();
            }
            return parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the texts hold the same JSON value, however it is spelled. */
    public static boolean isSame(String left, String right) {
        try {
            return left.equals(right) || MAPPER.readTree(left).equals(MAPPER.readTree(right));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isObject(String json, boolean textsOnly) {
        try (JsonParser parser = JsonRows.JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (parser.nextToken() != JsonToken.VALUE_STRING && textsOnly) {
                    return false;
                }
                parser.skipChildren();
            }
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }
}
