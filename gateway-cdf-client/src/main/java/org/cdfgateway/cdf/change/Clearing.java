package org.cdfgateway.cdf.change;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.cdfgateway.domain.table.Column;

/** How an update clears a field (reference/cdf-api-resources.md section 1.6). */
enum Clearing {
    /** <code>{"setNull": true}</code>. */
    SET_NULL {
        @Override
        void write(JsonGenerator json) throws IOException {
            json.writeBooleanField("setNull", true);
        }
    },
    /** <code>{"set": {}}</code>. */
    EMPTY_OBJECT {
        @Override
        void write(JsonGenerator json) throws IOException {
            json.writeObjectFieldStart(SET);
            json.writeEndObject();
        }
    },
    /** <code>{"set": []}</code>. */
    EMPTY_ARRAY {
        @Override
        void write(JsonGenerator json) throws IOException {
            json.writeArrayFieldStart(SET);
            json.writeEndArray();
        }
    },
    /** <code>{"set": null}</code>. */
    NULL {
        @Override
        void write(JsonGenerator json) throws IOException {
            json.writeNullField(SET);
        }
    };

    private static final String SET = "set";

    /** Writes the one field of the change's object. */
    abstract void write(JsonGenerator json) throws IOException;

    /** What assets, events, files, sequences, time series and relationships want. */
    static Clearing classic(Column column) {
        return switch (column.family()) {
            case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, TEXT_ARRAY, JSON_ARRAY -> EMPTY_ARRAY;
            case JSON -> column.cdfField().equals("metadata") ? EMPTY_OBJECT : SET_NULL;
            case BOOLEAN, BIGINT, DOUBLE, REAL, TEXT, BYTEA, TIMESTAMPTZ -> SET_NULL;
        };
    }

    /** What extraction pipelines want. */
    static Clearing ofPipelines(Column column) {
        return switch (column.cdfField()) {
            case "rawTables", "contacts" -> EMPTY_ARRAY;
            case "metadata" -> EMPTY_OBJECT;
            default -> NULL;
        };
    }
}
