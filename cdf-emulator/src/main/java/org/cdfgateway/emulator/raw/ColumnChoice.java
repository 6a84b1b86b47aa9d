package org.cdfgateway.emulator.raw;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.cdfgateway.emulator.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of rows a request wants.
 *
 * @param names null for all, empty for none
 * @param hidesNulls leaves out columns whose value is null
 */
record ColumnChoice(@Nullable List<String> names, boolean hidesNulls) {

    /** @param columns names with commas between them; absent or empty for all, a comma alone for none */
    static ColumnChoice parse(@Nullable String columns, boolean hidesNulls) {
        if (columns == null || columns.isEmpty()) {
            return new ColumnChoice(null, hidesNulls);
        }
        List<String> names = Arrays.stream(columns.split(",", -1))
                .filter(name -> !name.isEmpty())
                .toList();
        return new ColumnChoice(names, hidesNulls);
    }

    void write(RawRow row, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("key", row.key());
        out.writeFieldName("columns");
        out.writeRawValue(
                names == null && !hidesNulls ? row.columns() : chosen(row).toString());
        out.writeNumberField("lastUpdatedTime", row.lastUpdatedTime());
        out.writeEndObject();
    }

    /** Those columns of a row that are wanted. */
    ObjectNode chosen(RawRow row) {
        ObjectNode columns = (ObjectNode) Json.value(row.columns());
        if (names != null) {
            columns.retain(names);
        }
        if (hidesNulls) {
            columns.removeIf(value -> value.isNull());
        }
        return columns;
    }
}
