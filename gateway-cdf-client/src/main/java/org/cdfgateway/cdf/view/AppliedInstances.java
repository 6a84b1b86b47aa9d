package org.cdfgateway.cdf.view;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.cdfgateway.cdf.row.StreamedBody;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.custom.InstanceField;
import org.cdfgateway.domain.table.custom.InstanceKind;

/** The body of an apply call (reference/cdf-api-data.md section 11.5), written while it is serialised. */
record AppliedInstances(ViewTable table, List<Row> rows, PropertyChoice choice) implements StreamedBody {

    private static final List<InstanceField> NAMED = List.of(InstanceField.SPACE, InstanceField.EXTERNAL_ID);

    /** CDF wants them of every edge, also of one that exists. */
    private static final List<InstanceField> ENDS =
            List.of(InstanceField.TYPE, InstanceField.START_NODE, InstanceField.END_NODE);

    /** Decides which properties of a row are sent; a null one is cleared. */
    @FunctionalInterface
    interface PropertyChoice {
        List<ViewTable.PropertyColumn> of(Row row);
    }

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
        json.writeStringField("instanceType", table.kind().instanceType());
        for (InstanceField field : NAMED) {
            json.writeStringField(field.cdfField(), (String) row.value(table.position(field)));
        }
        if (table.kind() == InstanceKind.EDGES) {
            for (InstanceField field : ENDS) {
                json.writeFieldName(field.cdfField());
                json.writeRawValue((String) row.value(table.position(field)));
            }
        }
        List<ViewTable.PropertyColumn> properties = choice.of(row);
        if (!properties.isEmpty()) {
            writeSources(row, properties, json);
        }
        json.writeEndObject();
    }

    private void writeSources(Row row, List<ViewTable.PropertyColumn> properties, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart("sources");
        json.writeStartObject();
        json.writePOJOField("source", table.reference());
        json.writeObjectFieldStart("properties");
        for (ViewTable.PropertyColumn each : properties) {
            json.writeFieldName(each.property().name());
            Object value = row.value(each.position());
            if (value == null) {
                json.writeNull();
            } else {
                PropertyForm.write(value, each.column().family(), json);
            }
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }
}
