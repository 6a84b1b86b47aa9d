package org.cdfgateway.cdf.view;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import org.cdfgateway.cdf.row.EpochTime;
import org.cdfgateway.cdf.row.IsoTime;
import org.cdfgateway.cdf.row.JsonItems;
import org.cdfgateway.cdf.row.JsonRows;
import org.cdfgateway.domain.table.ColumnType;

/**
 * Values of properties in CDF's JSON (reference/cdf-api-data.md section 11.3). They differ from those of other resources
 * in times, which are texts, and in lists of texts, which are no references.
 */
final class PropertyForm {

    private PropertyForm() {}

    /** Reads the value, not null, that the parser stands on. */
    static Object read(JsonParser parser, ColumnType family) throws IOException {
        return family == ColumnType.TIMESTAMPTZ
                ? (Object) IsoTime.toMicros(parser.getText())
                : JsonRows.value(parser, family);
    }

    static void write(Object value, ColumnType family, JsonGenerator json) throws IOException {
        switch (family) {
            case TIMESTAMPTZ -> json.writeString(IsoTime.ofMillis(EpochTime.toMillis((Long) value)));
            case TEXT_ARRAY -> {
                json.writeStartArray();
                for (Object text : (List<?>) value) {
                    json.writeString((String) text);
                }
                json.writeEndArray();
            }
            case BOOLEAN, BIGINT, DOUBLE, REAL, TEXT, BYTEA, JSON -> JsonItems.write(value, family, json);
            case BOOLEAN_ARRAY, BIGINT_ARRAY, DOUBLE_ARRAY, REAL_ARRAY, JSON_ARRAY ->
                JsonItems.write(value, family, json);
        }
    }
}
