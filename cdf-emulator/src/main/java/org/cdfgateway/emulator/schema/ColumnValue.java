package org.cdfgateway.emulator.schema;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What the values of a sequence's column are. */
public enum ColumnValue {
    STRING(200) {
        @Override
        public @Nullable Object read(JsonNode json) {
            return json.isTextual() && json.textValue().length() <= MAX_CHARACTERS ? json.textValue() : null;
        }
    },
    DOUBLE(400) {
        @Override
        public @Nullable Object read(JsonNode json) {
            return json.isNumber() && Math.abs(json.doubleValue()) <= MAX_DOUBLE ? json.doubleValue() : null;
        }
    },
    LONG(400) {
        @Override
        public @Nullable Object read(JsonNode json) {
            return json.isIntegralNumber() && json.canConvertToLong() ? json.longValue() : null;
        }
    };

    private static final int MAX_CHARACTERS = 256;
    private static final double MAX_DOUBLE = 1e100;

    private final int maxColumns;

    ColumnValue(int maxColumns) {
        this.maxColumns = maxColumns;
    }

    /** Of texts, or of both kinds of numbers together. */
    int maxColumns() {
        return maxColumns;
    }

    public boolean isText() {
        return this == STRING;
    }

    /** @return {@link String}, {@link Double} or {@link Long}; null for what is no value of this type */
    public abstract @Nullable Object read(JsonNode json);
}
