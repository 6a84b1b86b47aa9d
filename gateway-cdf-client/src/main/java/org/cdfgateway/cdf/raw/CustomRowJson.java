package org.cdfgateway.cdf.raw;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.cdf.row.JsonText;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;

/** Writes rows with declared columns as RAW's JSON objects. Null columns are left out. */
final class CustomRowJson {

    private CustomRowJson() {}

    /** @param values one for each of the columns */
    static String of(List<Column> columns, Row values) {
        return object(json -> fields(columns, values, json));
    }

    /**
     * A stored object with new values for some columns; the others stay exactly as they are.
     *
     * @param values one for each of the columns; null removes it
     */
    static String changed(String stored, List<Column> columns, Row values) {
        Set<String> replaced = columns.stream().map(Column::cdfField).collect(Collectors.toSet());
        return object(json -> {
            copyOthers(stored, replaced, json);
            fields(columns, values, json);
        });
    }

    private interface Fields {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private static String object(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonText.generator(text)) {
            json.writeStartObject();
            fields.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a row of RAW is not JSON", e);
        }
        return text.toString();
    }

    private static void fields(List<Column> columns, Row values, JsonGenerator json) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.value(i);
            if (value != null) {
                json.writeFieldName(columns.get(i).cdfField());
                RawValues.write(value, columns.get(i).family(), json);
            }
        }
    }

    private static void copyOthers(String stored, Collection<String> replaced, JsonGenerator json) throws IOException {
        try (JsonParser parser = JsonText.parser(stored)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (replaced.contains(name)) {
                    parser.skipChildren();
                } else {
                    json.writeFieldName(name);
                    JsonText.copy(parser, json);
                }
            }
        }
    }
}
