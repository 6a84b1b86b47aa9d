package org.cdfgateway.pgwire.type;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Writes whole numbers as ASCII digits without making strings of them. */
final class Decimals {
    /** Written so because its absolute value is not a long. */
    private static final byte[] SMALLEST = Long.toString(Long.MIN_VALUE).getBytes(StandardCharsets.US_ASCII);

    private Decimals() {}

    static void write(long value, ByteBuf out) {
        if (value == Long.MIN_VALUE) {
            out.writeBytes(SMALLEST);
            return;
        }
        if (value < 0) {
            out.writeByte('-');
        }
        long rest = Math.abs(value);
        int digits = digits(rest);
        writePadded(rest, digits, out);
    }

    /** @param value not negative; its last {@code digits} digits are written, zeros in front */
    static void writePadded(long value, int digits, ByteBuf out) {
        out.ensureWritable(digits);
        int start = out.writerIndex();
        long rest = value;
        for (int i = start + digits - 1; i >= start; i--) {
            long quotient = rest / 10;
            out.setByte(i, (int) ('0' + (rest - quotient * 10)));
            rest = quotient;
        }
        out.writerIndex(start + digits);
    }

    /** @param value not negative */
    static int digits(long value) {
        int digits = 1;
        for (long bound = 10; digits < 19 && value >= bound; bound *= 10) {
            digits++;
        }
        return digits;
    }
}
