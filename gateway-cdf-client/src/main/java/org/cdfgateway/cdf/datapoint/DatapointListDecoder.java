package org.cdfgateway.cdf.datapoint;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code DataPointListResponse} from its stream (reference/cdf-api-data.md section 9.11):
 *
 * <pre>
 *   DataPointListResponse   items 1: DataPointListItem*
 *   DataPointListItem       id 1: int64, externalId 2: string, isString 6: bool, nextCursor 9: string,
 *                           numericDatapoints 3 or stringDatapoints 4: {datapoints 1: point*}
 *   point                   timestamp 1: int64, value 2: double or string, nullValue 4: bool
 * </pre>
 *
 * Other fields are skipped. Written by hand, because protoc would make a tree of objects of 100,000 points first.
 */
public final class DatapointListDecoder {
    private static final int ITEMS = tag(1, WireFormat.WIRETYPE_LENGTH_DELIMITED);

    private static final int ID = tag(1, WireFormat.WIRETYPE_VARINT);
    private static final int EXTERNAL_ID = tag(2, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    private static final int NUMERIC_DATAPOINTS = tag(3, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    private static final int STRING_DATAPOINTS = tag(4, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    private static final int IS_STRING = tag(6, WireFormat.WIRETYPE_VARINT);
    private static final int NEXT_CURSOR = tag(9, WireFormat.WIRETYPE_LENGTH_DELIMITED);

    private static final int DATAPOINTS = tag(1, WireFormat.WIRETYPE_LENGTH_DELIMITED);

    private static final int TIMESTAMP = tag(1, WireFormat.WIRETYPE_VARINT);
    private static final int NUMBER = tag(2, WireFormat.WIRETYPE_FIXED64);
    private static final int TEXT = tag(2, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    private static final int NULL_VALUE = tag(4, WireFormat.WIRETYPE_VARINT);

    private DatapointListDecoder() {}

    private static int tag(int field, int wireType) {
        return field << 3 | wireType;
    }

    public static List<SeriesPage> decode(InputStream body) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(body);
        List<SeriesPage> items = new ArrayList<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == ITEMS) {
                int outer = in.pushLimit(in.readRawVarint32());
                items.add(item(in));
                in.popLimit(outer);
            } else {
                in.skipField(tag);
            }
        }
        return items;
    }

    private static SeriesPage item(CodedInputStream in) throws IOException {
        long id = 0;
        String externalId = "";
        String nextCursor = "";
        boolean isString = false;
        List<Point> points = new ArrayList<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == ID) {
                id = in.readInt64();
            } else if (tag == EXTERNAL_ID) {
                externalId = in.readStringRequireUtf8();
            } else if (tag == IS_STRING) {
                isString = in.readBool();
            } else if (tag == NEXT_CURSOR) {
                nextCursor = in.readStringRequireUtf8();
            } else if (tag == NUMERIC_DATAPOINTS || tag == STRING_DATAPOINTS) {
                int outer = in.pushLimit(in.readRawVarint32());
                points(in, tag == STRING_DATAPOINTS, points);
                in.popLimit(outer);
            } else {
                in.skipField(tag);
            }
        }
        // proto3 has no absence: the empty text stands for it.
        return new SeriesPage(
                id,
                externalId.isEmpty() ? null : externalId,
                isString,
                points,
                nextCursor.isEmpty() ? null : nextCursor);
    }

    private static void points(CodedInputStream in, boolean texts, List<Point> points) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == DATAPOINTS) {
                int outer = in.pushLimit(in.readRawVarint32());
                Point point = texts ? textPoint(in) : numberPoint(in);
                in.popLimit(outer);
                if (point != null) {
                    points.add(point);
                }
            } else {
                in.skipField(tag);
            }
        }
    }

    private static @Nullable Point numberPoint(CodedInputStream in) throws IOException {
        long timestamp = 0;
        double value = 0;
        boolean absent = false;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == TIMESTAMP) {
                timestamp = in.readInt64();
            } else if (tag == NUMBER) {
                value = in.readDouble();
            } else if (tag == NULL_VALUE) {
                absent = in.readBool();
            } else {
                in.skipField(tag);
            }
        }
        return absent || !Double.isFinite(value) ? null : new Point(timestamp, value);
    }

    private static @Nullable Point textPoint(CodedInputStream in) throws IOException {
        long timestamp = 0;
        String value = "";
        boolean absent = false;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == TIMESTAMP) {
                timestamp = in.readInt64();
            } else if (tag == TEXT) {
                value = in.readStringRequireUtf8();
            } else if (tag == NULL_VALUE) {
                absent = in.readBool();
            } else {
                in.skipField(tag);
            }
        }
        return absent ? null : new Point(timestamp, value);
    }
}
