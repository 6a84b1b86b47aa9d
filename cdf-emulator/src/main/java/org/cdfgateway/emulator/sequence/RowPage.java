package org.cdfgateway.emulator.sequence;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.resource.SequenceSchema;
import org.cdfgateway.emulator.schema.Column;
import org.cdfgateway.emulator.sequence.SequenceRows.Row;
import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a sequence as they go back.
 *
 * @param nextCursor null on the last page
 */
record RowPage(
        Item sequence,
        List<Column> columns,
        List<Row> rows,
        @Nullable String nextCursor) implements Json.Writing {

    @Override
    public void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("id", sequence.id());
        String externalId = SequenceSchema.EXTERNAL_ID.textOf(sequence);
        if (externalId != null) {
            out.writeStringField("externalId", externalId);
        }
        out.writeArrayFieldStart("columns");
        for (Column column : columns) {
            out.writeStartObject();
            out.writeStringField("externalId", column.externalId());
            if (column.name() != null) {
                out.writeStringField("name", column.name());
            }
            out.writeStringField("valueType", column.valueType().name());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("rows");
        for (Row row : rows) {
            out.writeStartObject();
            out.writeNumberField("rowNumber", row.number());
            out.writeArrayFieldStart("values");
            for (Column column : columns) {
                writeValue(row.valueOf(column), out);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
        if (nextCursor != null) {
            out.writeStringField("nextCursor", nextCursor);
        }
        out.writeEndObject();
    }

    private static void writeValue(@Nullable Object value, JsonGenerator out) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else {
            out.writeString((String) value);
        }
    }
}
