package org.cdfgateway.emulator.datapoint;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.cdfgateway.emulator.datapoint.Bucket.Extreme;

/** Writes aggregates as JSON: <code>{"timestamp": 0, "average": 1.25, "count": 4}</code>. */
final class JsonBuckets {

    private JsonBuckets() {}

    static void write(BucketPage page, boolean showsStatus, JsonGenerator out) throws IOException {
        for (Bucket bucket : page.buckets()) {
            out.writeStartObject();
            out.writeNumberField("timestamp", bucket.start());
            for (Aggregate aggregate : page.aggregates()) {
                Extreme point = bucket.point(aggregate);
                if (point != null) {
                    out.writeObjectFieldStart(aggregate.word());
                    out.writeNumberField("timestamp", point.timestamp());
                    out.writeNumberField("value", point.value());
                    JsonPoints.writeStatus(showsStatus, point.status(), out);
                    out.writeEndObject();
                } else if (bucket.has(aggregate)) {
                    writeNumber(aggregate, bucket.value(aggregate), out);
                }
            }
            out.writeEndObject();
        }
    }

    private static void writeNumber(Aggregate aggregate, double value, JsonGenerator out) throws IOException {
        if (aggregate.form() == Aggregate.Form.COUNT) {
            out.writeNumberField(aggregate.word(), (long) value);
        } else {
            out.writeNumberField(aggregate.word(), value);
        }
    }
}
