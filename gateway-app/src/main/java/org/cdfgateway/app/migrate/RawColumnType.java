package org.cdfgateway.app.migrate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The types of custom columns that JSON values can be told to have (reference/postgres-gateway.md section 4.2), the
 * narrowest first.
 */
enum RawColumnType {
    BOOL("BOOL"),
    BIGINT("BIGINT"),
    DOUBLE_PRECISION("DOUBLE PRECISION"),
    TIMESTAMPTZ("TIMESTAMPTZ"),
    TEXT("TEXT"),
    BOOLS("BOOL[]"),
    BIGINTS("BIGINT[]"),
    DOUBLES("DOUBLE PRECISION[]"),
    TEXTS("TEXT[]"),
    JSON("JSON");

    private final String sqlName;

    RawColumnType(String sqlName) {
        this.sqlName = sqlName;
    }

    String sqlName() {
        return sqlName;
    }

    /** The narrowest type for all of the values, nulls left aside; empty when no other is left. */
    static Optional<RawColumnType> of(List<JsonNode> values) {
        List<JsonNode> present =
                values.stream().filter(value -> !value.isNull()).toList();
        if (present.isEmpty()) {
            return Optional.empty();
        }
        for (RawColumnType type : values()) {
            if (present.stream().allMatch(type::holds)) {
                return Optional.of(type);
            }
        }
        return Optional.of(JSON);
    }

    private boolean holds(JsonNode value) {
        return switch (this) {
            case BOOL -> value.isBoolean();
            case BIGINT -> value.isIntegralNumber() && value.canConvertToLong();
            case DOUBLE_PRECISION -> value.isNumber();
            case TIMESTAMPTZ -> value.isTextual() && isTime(value.asText());
            case TEXT -> value.isValueNode();
            case BOOLS -> isArray(value, BOOL::holds);
            case BIGINTS -> isArray(value, BIGINT::holds);
            case DOUBLES -> isArray(value, DOUBLE_PRECISION::holds);
            case TEXTS -> isArray(value, JsonNode::isTextual);
            case JSON -> true;
        };
    }

    private static boolean isArray(JsonNode value, Predicate<JsonNode> ofElements) {
        if (!value.isArray()) {
            return false;
        }
        for (JsonNode element : value) {
            if (!ofElements.test(element)) {
                return false;
            }
        }
        return true;
    }

    /** Only with an offset: without one it is not known which moment is meant. */
    private static boolean isTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
