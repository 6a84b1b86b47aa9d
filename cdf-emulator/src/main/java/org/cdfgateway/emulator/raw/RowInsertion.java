package org.cdfgateway.emulator.raw;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.schema.Violations;

/**
 * Reads the rows of an insert; the columns of each stay the text that they were sent as.
 *
 * <pre>{"items": [{"key": "a", "columns": {"n": 1}}]}</pre>
 */
final class RowInsertion {

    private final byte[] body;
    private final JsonParser parser;
    private final long now;
    private final Violations violations = new Violations();
    private final List<RawRow> rows = new ArrayList<>();

    private RowInsertion(byte[] body, JsonParser parser, long now) {
        this.body = body;
        this.parser = parser;
        this.now = now;
    }

    /** @throws ApiError 400 for what is not of this form or beyond a limit */
    static List<RawRow> parse(byte[] body, long now) throws IOException {
        try (JsonParser parser = Json.parser(body)) {
            return new RowInsertion(body, parser, now).request();
        } catch (JsonProcessingException e) {
            throw ApiError.badRequest("Invalid JSON: " + e.getOriginalMessage());
        }
    }

    private List<RawRow> request() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw ApiError.badRequest("Expected a JSON object as request body");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isItems = parser.currentName().equals("items");
            JsonToken token = parser.nextToken();
            if (!isItems) {
                parser.skipChildren();
            } else if (token == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    row("items[" + rows.size() + "]");
                }
            } else {
                throw ApiError.badRequest("items must be an array");
            }
        }
        violations.requireSize("items", rows.size(), 1, RawLimits.MAX_INSERTED_ROWS);
        violations.check();
        return rows;
    }

    private void row(String path) throws IOException {
        String key = null;
        String columns = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals("key") && token == JsonToken.VALUE_STRING) {
                key = parser.getText();
            } else if (name.equals("columns") && token == JsonToken.START_OBJECT) {
                columns = columns(path);
            } else {
                parser.skipChildren();
            }
        }
        if (key == null) {
            violations.addMissingField(path + ".key");
        } else if (columns == null) {
            violations.addMissingField(path + ".columns");
        } else {
            violations.requireSize(path + ".key", key.length(), 0, RawLimits.MAX_KEY);
            rows.add(RawRow.of(key, columns, now));
        }
    }

    private String columns(String path) throws IOException {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int until = (int) parser.currentLocation().getByteOffset();
        String columns = new String(body, from, until - from, StandardCharsets.UTF_8);
        if (until - from > RawLimits.MAX_ROW_BYTES) {
            violations.add(path + ".columns must have at most " + RawLimits.MAX_ROW_BYTES + " bytes");
        } else if (until - from > RawLimits.MAX_VALUE) {
            checkValues(Json.value(columns), path);
        }
        return columns;
    }

    private void checkValues(JsonNode columns, String path) {
        for (Map.Entry<String, JsonNode> column : columns.properties()) {
            boolean tooLong = column.getKey().length() > RawLimits.MAX_VALUE
                    || column.getValue().toString().length() > RawLimits.MAX_VALUE;
            if (tooLong) {
                violations.add(
                        path + ".columns: names and values must have at most " + RawLimits.MAX_VALUE + " characters");
            }
        }
    }
}
