package org.cdfgateway.emulator.datapoint;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import org.cdfgateway.emulator.datapoint.Bucket.Extreme;

/** Aggregates: {@code AggregateDatapoints}. One that was asked for and that a bucket does not have is NaN. */
final class ProtobufBuckets implements ProtobufBody {

    private static final int AGGREGATE_DATAPOINTS = 5;
    private static final int DATAPOINTS = 1;
    private static final int TIMESTAMP = 1;

    private final BucketPage page;
    private final boolean showsStatus;
    private final int size;

    ProtobufBuckets(BucketPage page, boolean showsStatus) {
        this.page = page;
        this.showsStatus = showsStatus;
        this.size = page.buckets().stream()
                .mapToInt(bucket -> Protobuf.messageSize(DATAPOINTS, bucketSize(bucket)))
                .sum();
    }

    @Override
    public int field() {
        return AGGREGATE_DATAPOINTS;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void write(CodedOutputStream out) throws IOException {
        for (Bucket bucket : page.buckets()) {
            Protobuf.beginMessage(DATAPOINTS, bucketSize(bucket), out);
            Protobuf.writeLong(TIMESTAMP, bucket.start(), out);
            for (Aggregate aggregate : page.aggregates()) {
                Extreme point = bucket.point(aggregate);
                if (point != null) {
                    Protobuf.beginMessage(aggregate.field(), pointSize(point), out);
                    Protobuf.writeLong(TIMESTAMP, point.timestamp(), out);
                    Protobuf.writeDouble(2, point.value(), out);
                    Protobuf.writeStatus(3, shownStatus(point), out);
                } else if (aggregate.form() != Aggregate.Form.POINT) {
                    Protobuf.writeDouble(aggregate.field(), bucket.value(aggregate), out);
                }
            }
        }
    }

    private int bucketSize(Bucket bucket) {
        int total = Protobuf.longSize(TIMESTAMP, bucket.start());
        for (Aggregate aggregate : page.aggregates()) {
            Extreme point = bucket.point(aggregate);
            if (point != null) {
                total += Protobuf.messageSize(aggregate.field(), pointSize(point));
            } else if (aggregate.form() != Aggregate.Form.POINT) {
                total += Protobuf.doubleSize(aggregate.field(), bucket.value(aggregate));
            }
        }
        return total;
    }

    private int pointSize(Extreme point) {
        return Protobuf.longSize(TIMESTAMP, point.timestamp())
                + Protobuf.doubleSize(2, point.value())
                + Protobuf.statusSize(3, shownStatus(point));
    }

    private int shownStatus(Extreme point) {
        return showsStatus ? point.status() : StatusCode.GOOD;
    }
}
