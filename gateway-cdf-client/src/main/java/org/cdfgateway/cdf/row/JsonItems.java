package org.cdfgateway.cdf.row;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.ColumnType;

/**
 * Rows as the body {@code {"items": [...]}} of a create call, written while it is serialised. Null columns are left
 * out.
 *
 * @param columns the columns to write, by position; null for a position that is not written
 */
public record JsonItems(List<Row> rows, List<Written> columns) implements StreamedBody {

    /** A column that is written, and where its value stands in a row. */
    public record Written(int position, Column column) {}

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("items");
        for (Row row : rows) {
            write(row, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Row row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Written written : columns) {
            Object value = row.value(written.position());
            if (value != null) {
                json.writeFieldName(written.column().cdfField());
                write(value, written.column().family(), json);
            }
        }
        json.writeEndObject();
    }

    /** Writes a value as CDF's bodies have it. */
    public static void write(Object value, ColumnType family, JsonGenerator json) throws IOException {
        switch (family) {
            case BOOLEAN -> json.writeBoolean((Boolean) value);
            case BIGINT -> json.writeNumber((Long) value);
            case DOUBLE -> json.writeNumber((Double) value);
            case TEXT -> json.writeString((String) value);
            case TIMESTAMPTZ -> json.writeNumber(EpochTime.toMillis((Long) value));
            case JSON -> json.writeRawValue((String) value);
            case BIGINT_ARRAY -> writeIntegers((List<?>) value, json);
            case TEXT_ARRAY -> writeReferences((List<?>) value, json);
        }
    }

    private static void writeIntegers(List<?> integers, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Object integer : integers) {
            json.writeNumber((Long) integer);
        }
        json.writeEndArray();
    }

    /** Lists of texts are references in CDF's bodies: labels are. */
    private static void writeReferences(List<?> externalIds, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Object externalId : externalIds) {
            json.writeStartObject();
            json.writeStringField("externalId", (String) externalId);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
