package org.cdfgateway.pgwire.relay;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/**
 * A Bind message for the unnamed portal, read where it lies:
 *
 * <pre>
 *  'B' length | portal 0 | statement 0 | int16 formats | int16 ... | int16 values | (int32 length, bytes) ... | results
 * </pre>
 *
 * @param message the whole message, not retained
 * @param formatsStart where the format codes lie
 * @param formats how many there are: none for text, one for all, or one for each value
 * @param valuesStart where the first value lies
 * @param valuesEnd behind the last one
 */
record BoundRow(
        String statement, ByteBuf message, int formatsStart, int formats, int values, int valuesStart, int valuesEnd) {

    /** Empty when the message is not like this, or names the formats of several result columns. */
    static Optional<BoundRow> read(ByteBuf message) {
        MessageHead head = new MessageHead(message);
        Optional<String> portal = head.name();
        Optional<String> statement = head.name();
        if (statement.isEmpty() || !portal.orElse("").isEmpty()) {
            return Optional.empty();
        }
        int end = message.writerIndex();
        int formatsStart = head.index() + Short.BYTES;
        if (formatsStart > end) {
            return Optional.empty();
        }
        int formats = message.getUnsignedShort(head.index());
        int valuesStart = formatsStart + formats * Short.BYTES + Short.BYTES;
        if (valuesStart > end) {
            return Optional.empty();
        }
        int values = message.getUnsignedShort(valuesStart - Short.BYTES);
        int valuesEnd = skipValues(message, valuesStart, values);
        if (valuesEnd < 0 || !endsWell(message, valuesEnd) || (formats > 1 && formats != values)) {
            return Optional.empty();
        }
        return Optional.of(
                new BoundRow(statement.get(), message, formatsStart, formats, values, valuesStart, valuesEnd));
    }

    void writeFormats(ByteBuf out) {
        for (int value = 0; value < values; value++) {
            int code = formats == 0 ? 0 : message.getShort(formatsStart + (formats == 1 ? 0 : value) * Short.BYTES);
            out.writeShort(code);
        }
    }

    void writeValues(ByteBuf out) {
        out.writeBytes(message, valuesStart, valuesEnd - valuesStart);
    }

    /** Behind the last value; negative when the message ends before. */
    private static int skipValues(ByteBuf message, int start, int values) {
        int index = start;
        for (int value = 0; value < values; value++) {
            if (message.writerIndex() - index < Integer.BYTES) {
                return -1;
            }
            int length = message.getInt(index);
            index += Integer.BYTES;
            if (length < -1 || length > message.writerIndex() - index) {
                return -1;
            }
            index += Math.max(0, length);
        }
        return index;
    }

    private static boolean endsWell(ByteBuf message, int valuesEnd) {
        int left = message.writerIndex() - valuesEnd;
        return left >= Short.BYTES
                && message.getUnsignedShort(valuesEnd) <= 1
                && left == Short.BYTES + message.getUnsignedShort(valuesEnd) * Short.BYTES;
    }
}
