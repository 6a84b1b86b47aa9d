package org.cdfgateway.emulator.datapoint;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.cdfgateway.emulator.resource.TimeSeriesSchema;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code DataPointListResponse} (reference/cdf-api-data.md section 9.11) straight from primitive arrays: sizes
 * first, then bytes, without an object per point.
 */
final class ProtobufPoints {

    private static final int ITEMS = 1;
    private static final int NUMERIC_DATAPOINTS = 3;
    private static final int STRING_DATAPOINTS = 4;
    private static final int DATAPOINTS = 1;
    private static final int NUMERIC = 1;
    private static final int STRING = 2;

    private final PointPage page;
    private final boolean isString;
    private final int pointsSize;
    private final int itemSize;

    private ProtobufPoints(PointPage page) {
        this.page = page;
        this.isString = TimeSeriesSchema.IS_STRING.flagOf(page.series());
        this.pointsSize = pointsSize();
        this.itemSize = itemSize();
    }

    static byte[] of(List<PointPage> pages) {
        List<ProtobufPoints> items = pages.stream().map(ProtobufPoints::new).toList();
        int total = 0;
        for (ProtobufPoints item : items) {
            total += messageSize(ITEMS, item.itemSize);
        }
        byte[] bytes = new byte[total];
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            for (ProtobufPoints item : items) {
                beginMessage(ITEMS, item.itemSize, out);
                item.write(out);
            }
            out.checkNoSpaceLeft();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    private int itemSize() {
        Item series = page.series();
        return CodedOutputStream.computeInt64Size(1, series.id())
                + textSize(2, text(TimeSeriesSchema.EXTERNAL_ID))
                + messageSize(isString ? STRING_DATAPOINTS : NUMERIC_DATAPOINTS, pointsSize)
                + (isString ? CodedOutputStream.computeBoolSize(6, true) : 0)
                + (isStep() ? CodedOutputStream.computeBoolSize(7, true) : 0)
                + textSize(8, text(TimeSeriesSchema.UNIT))
                + textSize(9, page.nextCursor())
                + textSize(10, text(TimeSeriesSchema.UNIT_EXTERNAL_ID))
                + CodedOutputStream.computeEnumSize(12, isString ? STRING : NUMERIC);
    }

    private void write(CodedOutputStream out) throws IOException {
        out.writeInt64(1, page.series().id());
        writeText(2, text(TimeSeriesSchema.EXTERNAL_ID), out);
        beginMessage(isString ? STRING_DATAPOINTS : NUMERIC_DATAPOINTS, pointsSize, out);
        for (int i = 0; i < page.points().size(); i++) {
            beginMessage(DATAPOINTS, pointSize(i), out);
            writePoint(i, out);
        }
        if (isString) {
            out.writeBool(6, true);
        }
        if (isStep()) {
            out.writeBool(7, true);
        }
        writeText(8, text(TimeSeriesSchema.UNIT), out);
        writeText(9, page.nextCursor(), out);
        writeText(10, text(TimeSeriesSchema.UNIT_EXTERNAL_ID), out);
        out.writeEnum(12, isString ? STRING : NUMERIC);
    }

    private boolean isStep() {
        return !isString && TimeSeriesSchema.IS_STEP.flagOf(page.series());
    }

    private @Nullable String text(Field field) {
        return field.textOf(page.series());
    }

    private int pointsSize() {
        int size = 0;
        for (int i = 0; i < page.points().size(); i++) {
            size += messageSize(DATAPOINTS, pointSize(i));
        }
        return size;
    }

    /** Proto3 leaves out zeros and empty texts; a value that is absent is told by a flag. */
    private int pointSize(int index) {
        PointBuffer points = page.points();
        long timestamp = points.timestamp(index);
        int size = timestamp == 0 ? 0 : 1 + CodedOutputStream.computeInt64SizeNoTag(timestamp);
        if (isNull(index)) {
            size += CodedOutputStream.computeBoolSize(4, true);
        } else if (isString) {
            size += textSize(2, points.text(index));
        } else if (Double.doubleToRawLongBits(points.number(index)) != 0) {
            size += 1 + Double.BYTES;
        }
        return shownStatus(index) == StatusCode.GOOD ? size : size + messageSize(3, statusSize(points.status(index)));
    }

    private void writePoint(int index, CodedOutputStream out) throws IOException {
        PointBuffer points = page.points();
        if (points.timestamp(index) != 0) {
            out.writeInt64(1, points.timestamp(index));
        }
        boolean isNull = isNull(index);
        if (!isNull && isString) {
            writeText(2, points.text(index), out);
        } else if (!isNull && Double.doubleToRawLongBits(points.number(index)) != 0) {
            out.writeDouble(2, points.number(index));
        }
        int status = shownStatus(index);
        if (status != StatusCode.GOOD) {
            beginMessage(3, statusSize(status), out);
            out.writeInt64(1, Integer.toUnsignedLong(status));
            out.writeString(2, StatusCode.symbolOf(status));
        }
        if (isNull) {
            out.writeBool(4, true);
        }
    }

    private boolean isNull(int index) {
        return isString
                ? page.points().text(index) == null
                : !PointBuffer.isNumber(page.points().number(index));
    }

    private int shownStatus(int index) {
        return page.showsStatus() ? page.points().status(index) : StatusCode.GOOD;
    }

    private static int statusSize(int status) {
        return CodedOutputStream.computeInt64Size(1, Integer.toUnsignedLong(status))
                + CodedOutputStream.computeStringSize(2, StatusCode.symbolOf(status));
    }

    private static int messageSize(int field, int size) {
        return CodedOutputStream.computeTagSize(field) + CodedOutputStream.computeUInt32SizeNoTag(size) + size;
    }

    private static void beginMessage(int field, int size, CodedOutputStream out) throws IOException {
        out.writeTag(field, 2);
        out.writeUInt32NoTag(size);
    }

    private static int textSize(int field, @Nullable String text) {
        return text == null || text.isEmpty() ? 0 : CodedOutputStream.computeStringSize(field, text);
    }

    private static void writeText(int field, @Nullable String text, CodedOutputStream out) throws IOException {
        if (text != null && !text.isEmpty()) {
            out.writeString(field, text);
        }
    }
}
