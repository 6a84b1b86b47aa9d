package org.cdfgateway.emulator.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;
import org.cdfgateway.emulator.schema.Violations;

/** The identifiers of data modeling: reference/cdf-api-data.md section 11.1. */
public final class Identifier implements Shape {

    public static final Identifier SPACE = new Identifier(
            "[a-zA-Z][a-zA-Z0-9_-]{0,41}[a-zA-Z0-9]?",
            43,
            Set.of("space", "cdf", "dms", "pg3", "shared", "system", "node", "edge"));
    /** Of containers and views. */
    public static final Identifier TYPE_NAME = new Identifier(
            "[a-zA-Z]([a-zA-Z0-9_]{0,253}[a-zA-Z0-9])?",
            255,
            Set.of(
                    "Query",
                    "Mutation",
                    "Subscription",
                    "String",
                    "Int32",
                    "Int64",
                    "Int",
                    "Float32",
                    "Float64",
                    "Float",
                    "Timestamp",
                    "JSONObject",
                    "Date",
                    "Numeric",
                    "Boolean",
                    "PageInfo",
                    "File",
                    "Sequence",
                    "TimeSeries"));

    public static final Identifier MODEL_NAME =
            new Identifier("[a-zA-Z]([a-zA-Z0-9_]{0,253}[a-zA-Z0-9])?", 255, Set.of());
    public static final Identifier VERSION =
            new Identifier("[a-zA-Z0-9]([.a-zA-Z0-9_-]{0,41}[a-zA-Z0-9])?", 43, Set.of());
    public static final Identifier PROPERTY = new Identifier(
            "[a-zA-Z0-9][a-zA-Z0-9_-]{0,253}[a-zA-Z0-9]?",
            255,
            Set.of(
                    "space",
                    "externalId",
                    "createdTime",
                    "lastUpdatedTime",
                    "deletedTime",
                    "edge_id",
                    "node_id",
                    "project_id",
                    "property_group",
                    "seq",
                    "tg_table_name",
                    "extensions"));
    /** Of constraints and indexes. */
    public static final Identifier CONSTRAINT =
            new Identifier("[a-zA-Z0-9][a-zA-Z0-9_-]{0,41}[a-zA-Z0-9]?", 43, Set.of());

    public static final Identifier ENUM_VALUE =
            new Identifier("[_A-Za-z][_0-9A-Za-z]{0,127}", 128, Set.of("true", "false", "null"));
    public static final Identifier INSTANCE = new Identifier("[^\\x00]+", 256, Set.of());

    private final Pattern pattern;
    private final int max;
    private final Set<String> reserved;

    private Identifier(String pattern, int max, Set<String> reserved) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        this.max = max;
        this.reserved = reserved;
    }

    @Override
    public JsonNode read(JsonNode value, String path, Violations violations) {
        check(Shapes.textOf(value, path), path, violations);
        return value;
    }

    void check(String text, String path, Violations violations) {
        if (text.isEmpty() || text.length() > max) {
            // The API itself says 0 here, although empty identifiers are refused.
            violations.add(path + " size must be between 0 and " + max);
        } else if (!pattern.matcher(text).matches()) {
            violations.add(path + " must match \"" + pattern + "\", got '" + text + "'");
        } else if (reserved.contains(text)) {
            violations.add(path + " '" + text + "' is reserved");
        }
    }
}
