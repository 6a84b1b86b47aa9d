package org.cdfgateway.cdf.change;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.cdfgateway.cdf.row.StreamedBody;
import org.cdfgateway.domain.write.RowUpdate;

/**
 * The body of an update: <code>{"items": [{"id": 5, "update": {"name": {"set": "x"}, "source": {"setNull": true}}}]}</code>.
 */
record JsonUpdates(List<RowUpdate> updates, FieldForm form) implements StreamedBody {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("items");
        for (RowUpdate update : updates) {
            json.writeStartObject();
            JsonKey.write(update.key(), json);
            json.writeObjectFieldStart("update");
            write(update, json);
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(RowUpdate update, JsonGenerator json) throws IOException {
        for (int i = 0; i < update.columns().size(); i++) {
            form.write(update.key(), update.columns().get(i), update.values().value(i), json);
        }
    }
}
