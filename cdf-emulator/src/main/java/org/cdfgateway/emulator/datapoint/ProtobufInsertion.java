package org.cdfgateway.emulator.datapoint;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.schema.InstanceKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code DataPointInsertionRequest} (reference/cdf-api-data.md section 9.11) straight into primitive arrays: an
 * object per point would cost more than all the rest of an insert.
 */
final class ProtobufInsertion {

    private final CodedInputStream in;

    private ProtobufInsertion(CodedInputStream in) {
        this.in = in;
    }

    /** @throws ApiError 400 for bytes of another form */
    static List<Insertion> parse(byte[] body) throws IOException {
        try {
            return new ProtobufInsertion(CodedInputStream.newInstance(body)).request();
        } catch (InvalidProtocolBufferException e) {
            throw ApiError.badRequest("Invalid protobuf: " + e.getMessage());
        }
    }

    private List<Insertion> request() throws IOException {
        List<Insertion> insertions = new ArrayList<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == 1) {
                int outer = begin();
                insertions.add(item("items[" + insertions.size() + "]"));
                in.popLimit(outer);
            } else {
                in.skipField(tag);
            }
        }
        return insertions;
    }

    private Insertion item(String path) throws IOException {
        Long id = null;
        String externalId = null;
        InstanceKey instance = null;
        PointBuffer points = null;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> id = in.readInt64();
                case 2 -> externalId = in.readString();
                case 3, 4 -> points = points(WireFormat.getTagFieldNumber(tag) == 4);
                case 5 -> instance = instance();
                default -> in.skipField(tag);
            }
        }
        if (points == null) {
            throw ApiError.missingFields(List.of(path + ".datapoints"));
        }
        return new Insertion(SeriesReference.of(id, externalId, instance, path), points);
    }

    private InstanceKey instance() throws IOException {
        int outer = begin();
        String space = "";
        String externalId = "";
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> space = in.readString();
                case 2 -> externalId = in.readString();
                default -> in.skipField(tag);
            }
        }
        in.popLimit(outer);
        return new InstanceKey(space, externalId);
    }

    private PointBuffer points(boolean areTexts) throws IOException {
        int outer = begin();
        PointBuffer points = new PointBuffer(64);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == 1) {
                int point = begin();
                point(points, areTexts);
                in.popLimit(point);
            } else {
                in.skipField(tag);
            }
        }
        in.popLimit(outer);
        return points;
    }

    private void point(PointBuffer points, boolean isText) throws IOException {
        long timestamp = 0;
        double number = isText ? PointBuffer.NO_NUMBER : 0;
        String text = isText ? "" : null;
        int status = StatusCode.GOOD;
        boolean isNull = false;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> timestamp = in.readInt64();
                case 2 -> {
                    if (isText) {
                        text = in.readString();
                    } else {
                        number = in.readDouble();
                    }
                }
                case 3 -> status = status();
                case 4 -> isNull = in.readBool();
                default -> in.skipField(tag);
            }
        }
        if (isNull) {
            points.add(timestamp, PointBuffer.NO_NUMBER, null, status);
        } else {
            points.add(timestamp, number, text, status);
        }
    }

    private int status() throws IOException {
        int outer = begin();
        @Nullable Long code = null;
        @Nullable String symbol = null;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> code = in.readInt64();
                case 2 -> symbol = in.readString();
                default -> in.skipField(tag);
            }
        }
        in.popLimit(outer);
        return StatusCode.parse(code, symbol);
    }

    /** Enters a message; its end is then the end of what can be read. */
    private int begin() throws IOException {
        return in.pushLimit(in.readRawVarint32());
    }
}
