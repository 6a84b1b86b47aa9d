package org.cdfgateway.cdf.datapoint;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes a {@code DataPointInsertionRequest} (reference/cdf-api-data.md section 9.11):
 *
 * <pre>
 *   DataPointInsertionRequest   items 1: DataPointInsertionItem*
 *   DataPointInsertionItem      id 1: int64 or externalId 2: string,
 *                               numericDatapoints 3 or stringDatapoints 4: {datapoints 1: point*}
 *   point                       timestamp 1: int64, value 2: double or string
 * </pre>
 */
public final class DatapointInsertionEncoder {
    private static final int ITEMS = 1;
    private static final int ID = 1;
    private static final int EXTERNAL_ID = 2;
    private static final int NUMERIC_DATAPOINTS = 3;
    private static final int STRING_DATAPOINTS = 4;
    private static final int DATAPOINTS = 1;
    private static final int TIMESTAMP = 1;
    private static final int VALUE = 2;

    private DatapointInsertionEncoder() {}

    public static byte[] encode(List<SeriesPoints> series) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            for (SeriesPoints one : series) {
                write(one, out);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(SeriesPoints series, CodedOutputStream out) throws IOException {
        if (series.points().isEmpty()) {
            return;
        }
        Long id = series.series().id();
        String externalId =
                series.series().externalId() == null ? "" : series.series().externalId();
        int list = series.points().get(0).value() instanceof Double ? NUMERIC_DATAPOINTS : STRING_DATAPOINTS;
        int listSize = series.points().stream()
                .mapToInt(point -> delimited(DATAPOINTS, size(point)))
                .sum();

        int key = id != null
                ? CodedOutputStream.computeInt64Size(ID, id)
                : CodedOutputStream.computeStringSize(EXTERNAL_ID, externalId);
        begin(ITEMS, key + delimited(list, listSize), out);
        if (id != null) {
            out.writeInt64(ID, id);
        } else {
            out.writeString(EXTERNAL_ID, externalId);
        }
        begin(list, listSize, out);
        for (Point point : series.points()) {
            begin(DATAPOINTS, size(point), out);
            out.writeInt64(TIMESTAMP, point.timestamp());
            if (point.value() instanceof Double number) {
                out.writeDouble(VALUE, number);
            } else {
                out.writeString(VALUE, (String) point.value());
            }
        }
    }

    private static int size(Point point) {
        int value = point.value() instanceof Double number
                ? CodedOutputStream.computeDoubleSize(VALUE, number)
                : CodedOutputStream.computeStringSize(VALUE, (String) point.value());
        return CodedOutputStream.computeInt64Size(TIMESTAMP, point.timestamp()) + value;
    }

    private static int delimited(int field, int size) {
        return CodedOutputStream.computeTagSize(field) + CodedOutputStream.computeUInt32SizeNoTag(size) + size;
    }

    private static void begin(int field, int size, CodedOutputStream out) throws IOException {
        out.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt32NoTag(size);
    }
}
