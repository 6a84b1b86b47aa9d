package org.cdfgateway.cdf.change;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.cdfgateway.cdf.row.StreamedBody;
import org.cdfgateway.domain.write.RowKey;

/** A body that names items: <code>{"items": [{"id": 5}]}</code>. */
record JsonReferences(List<RowKey> keys, boolean ignoreUnknownIds) implements StreamedBody {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("items");
        for (RowKey key : keys) {
            json.writeStartObject();
            JsonKey.write(key, json);
            json.writeEndObject();
        }
        json.writeEndArray();
        if (ignoreUnknownIds) {
            json.writeBooleanField("ignoreUnknownIds", true);
        }
        json.writeEndObject();
    }
}
