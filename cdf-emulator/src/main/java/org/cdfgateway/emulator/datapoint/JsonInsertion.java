package org.cdfgateway.emulator.datapoint;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.schema.InstanceKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON form of an insert without building a tree.
 *
 * <pre>{"items": [{"id": 1, "datapoints": [{"timestamp": 0, "value": 1.5, "status": {"code": 0}}]}]}</pre>
 */
final class JsonInsertion {

    private final JsonParser parser;

    private JsonInsertion(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws ApiError 400 for what is not of this form */
    static List<Insertion> parse(byte[] body) throws IOException {
        try (JsonParser parser = Json.parser(body)) {
            return new JsonInsertion(parser).request();
        } catch (JsonProcessingException e) {
            throw ApiError.badRequest("Invalid JSON: " + e.getOriginalMessage());
        }
    }

    private List<Insertion> request() throws IOException {
        List<Insertion> insertions = new ArrayList<>();
        parser.nextToken();
        expect(JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isItems = parser.currentName().equals("items");
            parser.nextToken();
            if (isItems) {
                expect(JsonToken.START_ARRAY, "an array of items");
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    insertions.add(item("items[" + insertions.size() + "]"));
                }
            } else {
                parser.skipChildren();
            }
        }
        return insertions;
    }

    private Insertion item(String path) throws IOException {
        expect(JsonToken.START_OBJECT, "an item");
        Long id = null;
        String externalId = null;
        InstanceKey instance = null;
        PointBuffer points = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_NULL) {
                continue;
            }
            switch (name) {
                case "id" -> id = parser.getLongValue();
                case "externalId" -> externalId = text();
                case "instanceId" -> instance = instance();
                case "datapoints" -> points = points();
                default -> parser.skipChildren();
            }
        }
        if (points == null) {
            throw ApiError.missingFields(List.of(path + ".datapoints"));
        }
        return new Insertion(SeriesReference.of(id, externalId, instance, path), points);
    }

    private InstanceKey instance() throws IOException {
        expect(JsonToken.START_OBJECT, "an instance id");
        String space = "";
        String externalId = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "space" -> space = text();
                case "externalId" -> externalId = text();
                default -> parser.skipChildren();
            }
        }
        return new InstanceKey(space, externalId);
    }

    private PointBuffer points() throws IOException {
        expect(JsonToken.START_ARRAY, "an array of points");
        PointBuffer points = new PointBuffer(64);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(JsonToken.START_OBJECT, "a point");
            point(points);
        }
        return points;
    }

    private void point(PointBuffer points) throws IOException {
        boolean hasTimestamp = false;
        long timestamp = 0;
        double number = PointBuffer.NO_NUMBER;
        String text = null;
        int status = StatusCode.GOOD;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (name) {
                case "timestamp" -> {
                    timestamp = wholeNumber("timestamp");
                    hasTimestamp = true;
                }
                case "value" -> {
                    if (token == JsonToken.VALUE_STRING) {
                        text = parser.getText();
                    } else if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
                        number = parser.getDoubleValue();
                    } else if (token != JsonToken.VALUE_NULL) {
                        throw ApiError.badRequest("value must be a number or a text, got " + parser.getText());
                    }
                }
                case "status" -> status = status(token);
                default -> parser.skipChildren();
            }
        }
        if (!hasTimestamp) {
            throw ApiError.missingFields(List.of("timestamp"));
        }
        points.add(timestamp, number, text, status);
    }

    private int status(JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return StatusCode.GOOD;
        }
        expect(JsonToken.START_OBJECT, "a status");
        @Nullable Long code = null;
        @Nullable String symbol = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("code") && value != JsonToken.VALUE_NULL) {
                code = wholeNumber("status code");
            } else if (name.equals("symbol") && value != JsonToken.VALUE_NULL) {
                symbol = text();
            } else {
                parser.skipChildren();
            }
        }
        return StatusCode.parse(code, symbol);
    }

    private long wholeNumber(String what) throws IOException {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number as " + what);
        return parser.getLongValue();
    }

    private String text() throws IOException {
        expect(JsonToken.VALUE_STRING, "a text");
        return parser.getText();
    }

    private void expect(JsonToken expected, String what) throws IOException {
        if (parser.currentToken() != expected) {
            throw ApiError.badRequest(String.format(
                    Locale.ROOT,
                    "Invalid JSON at offset %d: expected %s, got %s",
                    parser.currentLocation().getByteOffset(),
                    what,
                    parser.currentToken()));
        }
    }
}
