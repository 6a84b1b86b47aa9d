package org.cdfgateway.pgwire.type;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * The shortest text that is read back as the same number, as PostgreSQL prints it with {@code extra_float_digits} above
 * 0: {@code 0.1}, {@code 1e+20}, {@code 1e-05}, {@code NaN}, {@code -Infinity}.
 */
final class Float8 implements PgType {
    static final Float8 INSTANCE = new Float8();

    /** PostgreSQL's DBL_DIG: numbers of more digits before the point get an exponent. */
    private static final int MAX_PLAIN_EXPONENT = 15;

    private static final int MIN_PLAIN_EXPONENT = -4;
    private static final double WHOLE_NUMBERS_BELOW = 1e15;
    private static final byte[] NAN = "NaN".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] INFINITY = "Infinity".getBytes(StandardCharsets.US_ASCII);

    private Float8() {}

    @Override
    public int oid() {
        return 701;
    }

    @Override
    public int length() {
        return 8;
    }

    @Override
    public void writeText(Object value, ByteBuf out) {
        double number = (Double) value;
        if (Double.isNaN(number)) {
            out.writeBytes(NAN);
            return;
        }
        if (Double.doubleToRawLongBits(number) < 0) {
            out.writeByte('-');
            number = -number;
        }
        long whole = (long) number;
        if (number < WHOLE_NUMBERS_BELOW && whole == number) {
            Decimals.write(whole, out);
        } else if (Double.isInfinite(number)) {
            out.writeBytes(INFINITY);
        } else {
            write(ShortestDecimal.of(number), out);
        }
    }

    private static void write(ShortestDecimal decimal, ByteBuf out) {
        int digits = Decimals.digits(decimal.digits());
        int exponent = decimal.exponent() + digits - 1;
        if (exponent < MIN_PLAIN_EXPONENT || exponent >= MAX_PLAIN_EXPONENT) {
            writeScientific(decimal.digits(), digits, exponent, out);
        } else if (exponent < 0) {
            out.writeByte('0').writeByte('.');
            Decimals.writePadded(decimal.digits(), digits - exponent - 1, out);
        } else {
            writePointed(decimal.digits(), digits, exponent + 1, out);
        }
    }

    private static void writeScientific(long value, int digits, int exponent, ByteBuf out) {
        writePointed(value, digits, 1, out);
        out.writeByte('e').writeByte(exponent < 0 ? '-' : '+');
        int size = Math.abs(exponent);
        Decimals.writePadded(size, Math.max(2, Decimals.digits(size)), out);
    }

    /** Writes the digits with a point behind the first {@code before} of them, or without when none are left for it. */
    private static void writePointed(long value, int digits, int before, ByteBuf out) {
        if (before >= digits) {
            Decimals.write(value, out);
            for (int i = digits; i < before; i++) {
                out.writeByte('0');
            }
            return;
        }
        int start = out.writerIndex();
        Decimals.writePadded(value, digits, out);
        byte[] fraction = new byte[digits - before];
        out.getBytes(start + before, fraction);
        out.writerIndex(start + before);
        out.writeByte('.').writeBytes(fraction);
    }
}
