package org.cdfgateway.cdf.change;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.write.RowKey;

/** Keys as CDF's references: {@code "id": 5} or {@code "externalId": "a"}, the fields of an object that is open. */
final class JsonKey {

    private JsonKey() {}

    static void write(RowKey key, JsonGenerator json) throws IOException {
        for (Column column : key.key().columns()) {
            Object value = key.value(column);
            if (value instanceof Long number) {
                json.writeNumberField(column.cdfField(), number);
            } else {
                json.writeStringField(column.cdfField(), (String) value);
            }
        }
    }
}
