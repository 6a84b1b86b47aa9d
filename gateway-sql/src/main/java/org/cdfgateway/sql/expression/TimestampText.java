package org.cdfgateway.sql.expression;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.cdfgateway.domain.error.GatewayException;

/**
 * Times in PostgreSQL's ISO output, {@code 2024-01-31 12:34:56.123456+05:30}, to microseconds since 1970. A time beyond
 * what {@link org.cdfgateway.domain.table.ColumnType#TIMESTAMPTZ} can hold becomes the last or first one that it can.
 */
final class TimestampText {
    private static final long MICROS_PER_SECOND = 1_000_000L;
    private static final long MICROS_PER_DAY = 86_400L * MICROS_PER_SECOND;

    private final String text;
    private int position;

    private TimestampText(String text) {
        this.text = text;
    }

    static Long parse(String text) {
        return switch (text) {
            case "infinity" -> Long.MAX_VALUE;
            case "-infinity" -> Long.MIN_VALUE;
            default -> new TimestampText(text).parse();
        };
    }

    private Long parse() {
        int year = number();
        expect('-');
        int month = number();
        expect('-');
        int day = number();
        expect(' ');
        long micros = timeOfDay() - offset();
        if (text.startsWith(" BC", position)) {
            year = 1 - year;
            position += " BC".length();
        }
        if (position != text.length()) {
            throw invalid();
        }
        try {
            return clamped(LocalDate.of(year, month, day).toEpochDay(), micros);
        } catch (DateTimeException e) {
            throw invalid().causedBy(e);
        }
    }

    private static long clamped(long days, long micros) {
        try {
            long exact = Math.addExact(Math.multiplyExact(days, MICROS_PER_DAY), micros);
            // the two ends stand for the infinities
            return Math.max(Long.MIN_VALUE + 1, Math.min(Long.MAX_VALUE - 1, exact));
        } catch (ArithmeticException e) {
            return days > 0 ? Long.MAX_VALUE - 1 : Long.MIN_VALUE + 1;
        }
    }

    private long timeOfDay() {
        long seconds = number() * 3_600L;
        expect(':');
        seconds += number() * 60L;
        expect(':');
        seconds += number();
        return seconds * MICROS_PER_SECOND + fraction();
    }

    private long fraction() {
        if (!isNext('.')) {
            return 0;
        }
        position++;
        int start = position;
        long micros = number();
        for (int digits = position - start; digits < 6; digits++) {
            micros *= 10;
        }
        return micros;
    }

    /** Microseconds to subtract; a time without zone is in GMT, which postgres_fdw sets. */
    private long offset() {
        boolean east = isNext('+');
        if (!east && !isNext('-')) {
            return 0;
        }
        position++;
        long seconds = number() * 3_600L;
        for (long unit = 60; isNext(':') && unit > 0; unit /= 60) {
            position++;
            seconds += number() * unit;
        }
        return (east ? seconds : -seconds) * MICROS_PER_SECOND;
    }

    /** At most nine digits. */
    private int number() {
        int start = position;
        int value = 0;
        while (position < text.length() && isDigit(text.charAt(position)) && position - start < 9) {
            value = value * 10 + (text.charAt(position) - '0');
            position++;
        }
        if (position == start) {
            throw invalid();
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean isNext(char expected) {
        return position < text.length() && text.charAt(position) == expected;
    }

    private void expect(char expected) {
        if (!isNext(expected)) {
            throw invalid();
        }
        position++;
    }

    private GatewayException invalid() {
        return TextInput.invalid("timestamp with time zone", text);
    }
}
