package org.cdfgateway.pgwire.type;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** {@code 2024-01-01 00:00:00.123+00}, always in UTC; {@code infinity}, {@code -infinity}; years before 1 with BC. */
final class TimestampTz implements PgType {
    static final TimestampTz INSTANCE = new TimestampTz();

    private static final long MICROS_PER_SECOND = 1_000_000L;
    private static final long SECONDS_PER_DAY = 86_400L;
    private static final byte[] INFINITY = "infinity".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MINUS_INFINITY = "-infinity".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] UTC = "+00".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEFORE_CHRIST = " BC".getBytes(StandardCharsets.US_ASCII);

    private TimestampTz() {}

    @Override
    public int oid() {
        return 1184;
    }

    @Override
    public int length() {
        return 8;
    }

    @Override
    public void writeText(Object value, ByteBuf out) {
        long micros = (Long) value;
        if (micros == Long.MAX_VALUE) {
            out.writeBytes(INFINITY);
        } else if (micros == Long.MIN_VALUE) {
            out.writeBytes(MINUS_INFINITY);
        } else {
            write(micros, out);
        }
    }

    private static void write(long micros, ByteBuf out) {
        long seconds = Math.floorDiv(micros, MICROS_PER_SECOND);
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_PER_DAY));
        int secondOfDay = (int) Math.floorMod(seconds, SECONDS_PER_DAY);
        int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
        Decimals.writePadded(year, Math.max(4, Decimals.digits(year)), out);
        out.writeByte('-');
        Decimals.writePadded(date.getMonthValue(), 2, out);
        out.writeByte('-');
        Decimals.writePadded(date.getDayOfMonth(), 2, out);
        out.writeByte(' ');
        Decimals.writePadded(secondOfDay / 3600, 2, out);
        out.writeByte(':');
        Decimals.writePadded(secondOfDay / 60 % 60, 2, out);
        out.writeByte(':');
        Decimals.writePadded(secondOfDay % 60, 2, out);
        writeFraction((int) Math.floorMod(micros, MICROS_PER_SECOND), out);
        out.writeBytes(UTC);
        if (date.getYear() <= 0) {
            out.writeBytes(BEFORE_CHRIST);
        }
    }

    private static void writeFraction(int micros, ByteBuf out) {
        if (micros == 0) {
            return;
        }
        int digits = 6;
        int rest = micros;
        while (rest % 10 == 0) {
            rest /= 10;
            digits--;
        }
        out.writeByte('.');
        Decimals.writePadded(rest, digits, out);
    }
}
