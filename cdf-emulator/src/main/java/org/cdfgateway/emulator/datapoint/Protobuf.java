package org.cdfgateway.emulator.datapoint;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Parts of messages and their sizes, tags included. Proto3 leaves out zeros and empty texts. */
final class Protobuf {

    private static final int LENGTH_DELIMITED = 2;

    private Protobuf() {}

    static int messageSize(int field, int size) {
        return CodedOutputStream.computeTagSize(field) + CodedOutputStream.computeUInt32SizeNoTag(size) + size;
    }

    static void beginMessage(int field, int size, CodedOutputStream out) throws IOException {
        out.writeTag(field, LENGTH_DELIMITED);
        out.writeUInt32NoTag(size);
    }

    static int textSize(int field, @Nullable String text) {
        return text == null || text.isEmpty() ? 0 : CodedOutputStream.computeStringSize(field, text);
    }

    static void writeText(int field, @Nullable String text, CodedOutputStream out) throws IOException {
        if (text != null && !text.isEmpty()) {
            out.writeString(field, text);
        }
    }

    static int longSize(int field, long number) {
        return number == 0 ? 0 : CodedOutputStream.computeInt64Size(field, number);
    }

    static void writeLong(int field, long number, CodedOutputStream out) throws IOException {
        if (number != 0) {
            out.writeInt64(field, number);
        }
    }

    static int doubleSize(int field, double number) {
        return Double.doubleToRawLongBits(number) == 0 ? 0 : CodedOutputStream.computeTagSize(field) + Double.BYTES;
    }

    static void writeDouble(int field, double number, CodedOutputStream out) throws IOException {
        if (Double.doubleToRawLongBits(number) != 0) {
            out.writeDouble(field, number);
        }
    }

    /** Good is left out. */
    static int statusSize(int field, int status) {
        return status == StatusCode.GOOD ? 0 : messageSize(field, statusSize(status));
    }

    static void writeStatus(int field, int status, CodedOutputStream out) throws IOException {
        if (status != StatusCode.GOOD) {
            beginMessage(field, statusSize(status), out);
            out.writeInt64(1, Integer.toUnsignedLong(status));
            out.writeString(2, StatusCode.symbolOf(status));
        }
    }

    private static int statusSize(int status) {
        return CodedOutputStream.computeInt64Size(1, Integer.toUnsignedLong(status))
                + CodedOutputStream.computeStringSize(2, StatusCode.symbolOf(status));
    }
}
