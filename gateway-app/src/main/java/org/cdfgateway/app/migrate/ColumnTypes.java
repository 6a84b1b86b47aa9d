package org.cdfgateway.app.migrate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives each column of a 1.0 table, which had no types, a type of 2.0. */
@FunctionalInterface
interface ColumnTypes {

    /** All text, which can hold whatever 1.0 held. */
    ColumnTypes TEXT = definition -> {
        Map<String, String> types = new LinkedHashMap<>();
        definition.columns().forEach(column -> types.put(column, RawColumnType.TEXT.sqlName()));
        return types;
    };

    /** The type of each column by name, in the columns' order. */
    Map<String, String> of(LegacyDefinition definition);

    /** Looks at rows; columns without a value in any of them are text. */
    static ColumnTypes inferred(RawSamples samples) {
        JsonMapper json = new JsonMapper();
        return definition -> {
            List<JsonNode> rows = new ArrayList<>();
            for (String row : samples.rows(definition.database(), definition.table())) {
                rows.add(parsed(json, row));
            }
            Map<String, String> types = new LinkedHashMap<>();
            for (String column : definition.columns()) {
                List<JsonNode> values = new ArrayList<>();
                rows.forEach(row -> {
                    if (row.has(column)) {
                        values.add(row.get(column));
                    }
                });
                types.put(
                        column,
                        RawColumnType.of(values).orElse(RawColumnType.TEXT).sqlName());
            }
            return types;
        };
    }

    private static JsonNode parsed(JsonMapper json, String row) {
        try {
            return json.readTree(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("CDF gave a row whose columns are not JSON", e);
        }
    }
}
