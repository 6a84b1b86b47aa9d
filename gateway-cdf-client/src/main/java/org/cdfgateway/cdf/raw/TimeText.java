package org.cdfgateway.cdf.raw;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.cdfgateway.cdf.row.EpochTime;
import org.jspecify.annotations.Nullable;

/** Times as RAW holds them, since JSON has none: ISO 8601, or milliseconds since 1970. */
final class TimeText {
    private static final String INFINITY = "infinity";
    private static final String MINUS_INFINITY = "-infinity";

    /** PostgreSQL's first time, in 4713 BC. */
    private static final long MIN_MICROS = -210_866_803_200_000_000L;

    /** In the year 294247; the next one means infinity. */
    private static final long MAX_MICROS = Long.MAX_VALUE - 1;

    private static final BigDecimal MICROS_PER_MILLI = BigDecimal.valueOf(1_000);
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    /** A date, then a time or not, then an offset or not: {@code 2026-01-31 12:00+01}. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("[['T'][' ']HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[ ][XXX][X]]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private TimeText() {}

    /** ISO 8601 in UTC, to the microsecond where there are any. */
    static String of(long micros) {
        if (EpochTime.isInfinite(micros)) {
            return micros > 0 ? INFINITY : MINUS_INFINITY;
        }
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }

    /** Microseconds since 1970; null for a text that is no time. A time without an offset is one in UTC. */
    static @Nullable Long micros(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case INFINITY -> {
                return Long.MAX_VALUE;
            }
            case MINUS_INFINITY -> {
                return Long.MIN_VALUE;
            }
            default -> {
                BigDecimal millis = NumberText.decimal(text);
                return millis == null ? ofIso(text) : ofMillis(millis);
            }
        }
    }

    /** Whether the text is a time and says in which offset. */
    static boolean isMoment(String text) {
        try {
            return ISO.parse(text).query(TemporalQueries.offset()) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static @Nullable Long ofMillis(BigDecimal millis) {
        BigDecimal micros = millis.multiply(MICROS_PER_MILLI).setScale(0, RoundingMode.HALF_EVEN);
        return micros.unscaledValue().bitLength() < Long.SIZE ? possible(micros.longValueExact()) : null;
    }

    private static @Nullable Long ofIso(String text) {
        try {
            TemporalAccessor parts = ISO.parse(text);
            LocalDate date = LocalDate.from(parts);
            LocalTime time = parts.query(TemporalQueries.localTime());
            ZoneOffset offset = parts.query(TemporalQueries.offset());
            long second = date.toEpochSecond(
                    time == null ? LocalTime.MIDNIGHT : time, offset == null ? ZoneOffset.UTC : offset);
            long nanos = time == null ? 0 : parts.getLong(ChronoField.NANO_OF_SECOND);
            return possible(Math.addExact(
                    Math.multiplyExact(second, MICROS_PER_SECOND), (nanos + NANOS_PER_MICRO / 2) / NANOS_PER_MICRO));
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Long possible(long micros) {
        return micros >= MIN_MICROS && micros <= MAX_MICROS ? micros : null;
    }
}
