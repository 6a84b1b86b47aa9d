package org.cdfgateway.emulator.datapoint;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.List;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.resource.TimeSeriesSchema;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.store.Item;

/** Writes points as JSON. */
final class JsonPoints {

    private static final SerializedString TIMESTAMP = new SerializedString("timestamp");
    private static final SerializedString VALUE = new SerializedString("value");

    private JsonPoints() {}

    static Json.Writing of(List<PointPage> pages) {
        return out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (PointPage page : pages) {
                write(page, out);
            }
            out.writeEndArray();
            out.writeEndObject();
        };
    }

    private static void write(PointPage page, JsonGenerator out) throws IOException {
        Item series = page.series();
        boolean isString = TimeSeriesSchema.IS_STRING.flagOf(series);
        out.writeStartObject();
        out.writeNumberField("id", series.id());
        writeText(TimeSeriesSchema.EXTERNAL_ID, series, out);
        out.writeBooleanField("isString", isString);
        writeText(TimeSeriesSchema.TYPE, series, out);
        if (!isString) {
            out.writeBooleanField("isStep", TimeSeriesSchema.IS_STEP.flagOf(series));
        }
        writeText(TimeSeriesSchema.UNIT, series, out);
        writeText(TimeSeriesSchema.UNIT_EXTERNAL_ID, series, out);
        if (page.nextCursor() != null) {
            out.writeStringField("nextCursor", page.nextCursor());
        }
        out.writeArrayFieldStart("datapoints");
        PointBuffer points = page.points();
        for (int i = 0; i < points.size(); i++) {
            out.writeStartObject();
            out.writeFieldName(TIMESTAMP);
            out.writeNumber(points.timestamp(i));
            writeValue(points, i, isString, out);
            writeStatus(page, points.status(i), out);
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void writeText(Field field, Item series, JsonGenerator out) throws IOException {
        String text = field.textOf(series);
        if (text != null) {
            out.writeStringField(field.name(), text);
        }
    }

    private static void writeValue(PointBuffer points, int index, boolean isString, JsonGenerator out)
            throws IOException {
        String text = points.text(index);
        double number = points.number(index);
        if (isString && text != null) {
            out.writeFieldName(VALUE);
            out.writeString(text);
        } else if (!isString && PointBuffer.isNumber(number)) {
            out.writeFieldName(VALUE);
            if (Double.isFinite(number)) {
                out.writeNumber(number);
            } else {
                out.writeString(Double.toString(number));
            }
        }
    }

    private static void writeStatus(PointPage page, int status, JsonGenerator out) throws IOException {
        if (page.showsStatus() && status != StatusCode.GOOD) {
            out.writeObjectFieldStart("status");
            out.writeNumberField("code", Integer.toUnsignedLong(status));
            out.writeStringField("symbol", StatusCode.symbolOf(status));
            out.writeEndObject();
        }
    }
}
