package org.cdfgateway.cdf.change;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.function.Function;
import org.cdfgateway.cdf.row.JsonItems;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.write.RowKey;
import org.jspecify.annotations.Nullable;

/** How an update's body says what becomes of a field. */
@FunctionalInterface
interface FieldForm {

    /** Writes the field with its name into the open object, or nothing when it stays as it is. */
    void write(RowKey key, Column column, @Nullable Object value, JsonGenerator json) throws IOException;

    /** <code>"name": {"set": "x"}</code>, and what the rule says for null. */
    static FieldForm setOrClear(Function<Column, Clearing> clearing) {
        return (key, column, value, json) -> {
            json.writeObjectFieldStart(column.cdfField());
            if (value == null) {
                clearing.apply(column).write(json);
            } else {
                json.writeFieldName("set");
                JsonItems.write(value, column.family(), json);
            }
            json.writeEndObject();
        };
    }
}
