package org.cdfgateway.emulator.datapoint;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.cdfgateway.emulator.resource.TimeSeriesSchema;
import org.cdfgateway.emulator.schema.InstanceKey;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code DataPointListResponse} (reference/cdf-api-data.md section 9.11) straight from primitive arrays: sizes
 * first, then bytes, without an object per point.
 */
final class ProtobufPoints {

    private static final int ITEMS = 1;
    private static final int INSTANCE = 11;
    private static final int NUMERIC = 1;
    private static final int STRING = 2;

    private final PointPage page;
    private final ProtobufBody body;
    private final @Nullable InstanceKey instance;
    private final int itemSize;

    private ProtobufPoints(PointPage page) {
        this.page = page;
        this.body = page.content() instanceof BucketPage buckets
                ? new ProtobufBuckets(buckets, page.showsStatus())
                : new ProtobufRaw((PointBuffer) page.content(), page.isString(), page.showsStatus());
        this.instance = TimeSeriesSchema.INSTANCE_ID.instanceOf(page.series());
        this.itemSize = itemSize();
    }

    static byte[] of(List<PointPage> pages) {
        List<ProtobufPoints> items = pages.stream().map(ProtobufPoints::new).toList();
        int total = 0;
        for (ProtobufPoints item : items) {
            total += Protobuf.messageSize(ITEMS, item.itemSize);
        }
        byte[] bytes = new byte[total];
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            for (ProtobufPoints item : items) {
                Protobuf.beginMessage(ITEMS, item.itemSize, out);
                item.write(out);
            }
            out.checkNoSpaceLeft();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    private int itemSize() {
        return CodedOutputStream.computeInt64Size(1, page.series().id())
                + Protobuf.textSize(2, externalId())
                + Protobuf.messageSize(body.field(), body.size())
                + (page.isString() ? CodedOutputStream.computeBoolSize(6, true) : 0)
                + (isStep() ? CodedOutputStream.computeBoolSize(7, true) : 0)
                + Protobuf.textSize(8, page.unit())
                + Protobuf.textSize(9, page.nextCursor())
                + Protobuf.textSize(10, page.unitExternalId())
                + (instance == null ? 0 : Protobuf.messageSize(INSTANCE, instanceSize(instance)))
                + CodedOutputStream.computeEnumSize(12, page.isString() ? STRING : NUMERIC);
    }

    private void write(CodedOutputStream out) throws IOException {
        out.writeInt64(1, page.series().id());
        Protobuf.writeText(2, externalId(), out);
        Protobuf.beginMessage(body.field(), body.size(), out);
        body.write(out);
        if (page.isString()) {
            out.writeBool(6, true);
        }
        if (isStep()) {
            out.writeBool(7, true);
        }
        Protobuf.writeText(8, page.unit(), out);
        Protobuf.writeText(9, page.nextCursor(), out);
        Protobuf.writeText(10, page.unitExternalId(), out);
        if (instance != null) {
            Protobuf.beginMessage(INSTANCE, instanceSize(instance), out);
            Protobuf.writeText(1, instance.space(), out);
            Protobuf.writeText(2, instance.externalId(), out);
        }
        out.writeEnum(12, page.isString() ? STRING : NUMERIC);
    }

    private static int instanceSize(InstanceKey instance) {
        return Protobuf.textSize(1, instance.space()) + Protobuf.textSize(2, instance.externalId());
    }

    private boolean isStep() {
        return !page.isString() && TimeSeriesSchema.IS_STEP.flagOf(page.series());
    }

    private @Nullable String externalId() {
        return TimeSeriesSchema.EXTERNAL_ID.textOf(page.series());
    }
}
