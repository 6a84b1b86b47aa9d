package org.cdfgateway.emulator.datapoint;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.List;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.resource.TimeSeriesSchema;
import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

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
        boolean isString = page.isString();
        out.writeStartObject();
        out.writeNumberField("id", series.id());
        writeText("externalId", TimeSeriesSchema.EXTERNAL_ID.textOf(series), out);
        TimeSeriesSchema.INSTANCE_ID.write(series, out);
        out.writeBooleanField("isString", isString);
        writeText("type", TimeSeriesSchema.TYPE.textOf(series), out);
        if (!isString) {
            out.writeBooleanField("isStep", TimeSeriesSchema.IS_STEP.flagOf(series));
        }
        writeText("unit", page.unit(), out);
        writeText("unitExternalId", page.unitExternalId(), out);
        writeText("nextCursor", page.nextCursor(), out);
        out.writeArrayFieldStart("datapoints");
        if (page.content() instanceof BucketPage buckets) {
            JsonBuckets.write(buckets, page.showsStatus(), out);
        } else {
            writePoints((PointBuffer) page.content(), isString, page.showsStatus(), out);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void writePoints(PointBuffer points, boolean isString, boolean showsStatus, JsonGenerator out)
            throws IOException {
        for (int i = 0; i < points.size(); i++) {
            out.writeStartObject();
            out.writeFieldName(TIMESTAMP);
            out.writeNumber(points.timestamp(i));
            writeValue(points, i, isString, out);
            writeStatus(showsStatus, points.status(i), out);
            out.writeEndObject();
        }
    }

    private static void writeText(String name, @Nullable String text, JsonGenerator out) throws IOException {
        if (text != null) {
            out.writeStringField(name, text);
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

    /** Good is left out. */
    static void writeStatus(boolean showsStatus, int status, JsonGenerator out) throws IOException {
        if (showsStatus && status != StatusCode.GOOD) {
            out.writeObjectFieldStart("status");
            out.writeNumberField("code", Integer.toUnsignedLong(status));
            out.writeStringField("symbol", StatusCode.symbolOf(status));
            out.writeEndObject();
        }
    }
}
