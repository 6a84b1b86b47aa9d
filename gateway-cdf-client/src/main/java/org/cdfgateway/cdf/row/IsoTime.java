package org.cdfgateway.cdf.row;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/** Timestamps of data modeling, which are texts (reference/cdf-api-data.md section 11.3). */
public final class IsoTime {
    /** The first moment that CDF can hold: year 1. */
    public static final long MIN_MILLIS = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();

    /** The last moment that CDF can hold: year 9999. */
    public static final long MAX_MILLIS =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    /** With a zone as {@code +02:00}, {@code +0200}, {@code +02} or {@code Z}, or without one. */
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private IsoTime() {}

    /** In UTC, with three digits after the second. */
    public static String ofMillis(long millis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC)
                .format(WRITTEN);
    }

    /**
     * Microseconds since 1970; what is finer is dropped. Without a zone it is in UTC.
     *
     * @throws IOException when the text is no timestamp
     */
    public static long toMicros(String text) throws IOException {
        try {
            TemporalAccessor parts = READ.parse(text);
            ZoneOffset zone = parts.query(TemporalQueries.offset());
            Instant time = LocalDateTime.from(parts).toInstant(zone == null ? ZoneOffset.UTC : zone);
            return time.getEpochSecond() * MICROS_PER_SECOND + time.getNano() / NANOS_PER_MICRO;
        } catch (DateTimeException e) {
            throw new IOException("found \"" + text + "\" (expected: a timestamp such as 2024-12-31T23:59:59.999Z)", e);
        }
    }
}
