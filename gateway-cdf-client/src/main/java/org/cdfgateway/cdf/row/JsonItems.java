package org.cdfgateway.cdf.row;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.TableDefinition;

/**
 * Rows as the body {@code {"items": [...]}} of a create call, written while it is serialised. Null columns are left
 * out.
 *
 * @param columns the columns to write
 */
public record JsonItems(List<Row> rows, List<Written> columns) implements StreamedBody {

    /** A column that is written, and where its value stands in a row. */
    public record Written(int position, Column column, JsonForm form) {
        public Written(int position, Column column) {
            this(position, column, JsonForm.of(column));
        }
    }

    /** The columns of a table that INSERT may give. */
    public static List<Written> insertable(TableDefinition table) {
        List<Column> columns = table.columns();
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).writeRule().insertable())
                .mapToObj(i -> new Written(i, columns.get(i)))
                .toList();
    }

    /** A row as a body that is a single item. */
    public record Single(Row row, List<Written> columns) implements StreamedBody {
        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            write(row, columns, json);
        }
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("items");
        for (Row row : rows) {
            write(row, columns, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Row row, List<Written> columns, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Written written : columns) {
            Object value = row.value(written.position());
            if (value != null) {
                json.writeFieldName(written.column().cdfField());
                if (written.form() == JsonForm.ONE_OF_ARRAY) {
                    json.writeNumber((Long) ((List<?>) value).get(0));
                } else {
                    write(value, written.column().family(), json);
                }
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
            case REAL -> json.writeNumber(((Double) value).floatValue());
            case JSON -> json.writeRawValue((String) value);
            case BYTEA -> json.writeString(Base64Text.ofHex((String) value));
            case TEXT_ARRAY -> writeReferences((List<?>) value, json);
            case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, JSON_ARRAY ->
                writeArray((List<?>) value, family.element().orElseThrow(), json);
        }
    }

    private static void writeArray(List<?> elements, ColumnType family, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Object element : elements) {
            if (element == null) {
                json.writeNull();
            } else {
                write(element, family, json);
            }
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
