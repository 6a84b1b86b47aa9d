package org.cdfgateway.emulator.datapoint;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;

/** Points as they are stored: {@code NumericDatapoints} or {@code StringDatapoints}. */
final class ProtobufRaw implements ProtobufBody {

    private static final int NUMERIC_DATAPOINTS = 3;
    private static final int STRING_DATAPOINTS = 4;
    private static final int DATAPOINTS = 1;

    private final PointBuffer points;
    private final boolean isString;
    private final boolean showsStatus;
    private final int size;

    ProtobufRaw(PointBuffer points, boolean isString, boolean showsStatus) {
        this.points = points;
        this.isString = isString;
        this.showsStatus = showsStatus;
        int total = 0;
        for (int i = 0; i < points.size(); i++) {
            total += Protobuf.messageSize(DATAPOINTS, pointSize(i));
        }
        this.size = total;
    }

    @Override
    public int field() {
        return isString ? STRING_DATAPOINTS : NUMERIC_DATAPOINTS;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void write(CodedOutputStream out) throws IOException {
        for (int i = 0; i < points.size(); i++) {
            Protobuf.beginMessage(DATAPOINTS, pointSize(i), out);
            writePoint(i, out);
        }
    }

    /** A value that is absent is told by a flag. */
    private int pointSize(int index) {
        int value = isNull(index)
                ? CodedOutputStream.computeBoolSize(4, true)
                : isString ? Protobuf.textSize(2, points.text(index)) : Protobuf.doubleSize(2, points.number(index));
        return Protobuf.longSize(1, points.timestamp(index)) + value + Protobuf.statusSize(3, shownStatus(index));
    }

    private void writePoint(int index, CodedOutputStream out) throws IOException {
        Protobuf.writeLong(1, points.timestamp(index), out);
        boolean isNull = isNull(index);
        if (!isNull && isString) {
            Protobuf.writeText(2, points.text(index), out);
        } else if (!isNull) {
            Protobuf.writeDouble(2, points.number(index), out);
        }
        Protobuf.writeStatus(3, shownStatus(index), out);
        if (isNull) {
            out.writeBool(4, true);
        }
    }

    private boolean isNull(int index) {
        return isString ? points.text(index) == null : !PointBuffer.isNumber(points.number(index));
    }

    private int shownStatus(int index) {
        return showsStatus ? points.status(index) : StatusCode.GOOD;
    }
}
