package org.cdfgateway.emulator.bucket;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Buckets of one length one after another, numbered from 0. The first begins at a whole second, minute, hour, day or
 * month of the time zone (reference/cdf-api-data.md section 9.5). All times are milliseconds since 1970.
 */
public final class Buckets {

    private final Granularity granularity;
    private final ZoneId zone;
    private final long first;
    private final LocalDate firstDate;
    private final long width;

    private Buckets(Granularity granularity, ZoneId zone, long first, LocalDate firstDate) {
        this.granularity = granularity;
        this.zone = zone;
        this.first = first;
        this.firstDate = firstDate;
        this.width =
                granularity.factor() * granularity.unit().length().getDuration().toMillis();
    }

    /** The first of which holds the time. */
    public static Buckets from(long time, Granularity granularity, ZoneId zone) {
        TimeUnit unit = granularity.unit();
        ZoneId used = unit.isLocal() ? zone : ZoneOffset.UTC;
        LocalDate date = dateOf(time, used);
        if (unit.isOfCalendar()) {
            LocalDate firstDate = unit == TimeUnit.MONTH ? date.withDayOfMonth(1) : date;
            return new Buckets(granularity, used, startOf(firstDate, used), firstDate);
        }
        long offset = used.getRules().getOffset(Instant.ofEpochMilli(time)).getTotalSeconds() * 1000L;
        long length = unit.length().getDuration().toMillis();
        return new Buckets(granularity, used, Math.floorDiv(time + offset, length) * length - offset, date);
    }

    /** Where a bucket begins, which is where the one before it ends. */
    public long start(long number) {
        if (!granularity.unit().isOfCalendar()) {
            return first + number * width;
        }
        long units = number * granularity.factor();
        return startOf(firstDate.plus(units, granularity.unit().length()), zone);
    }

    /** The bucket that holds a time, which is not before the first. */
    public long numberOf(long time) {
        if (!granularity.unit().isOfCalendar()) {
            return Math.floorDiv(time - first, width);
        }
        long units = granularity.unit().length().between(firstDate, dateOf(time, zone));
        return Math.floorDiv(units, granularity.factor());
    }

    private static LocalDate dateOf(long time, ZoneId zone) {
        return Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    }

    private static long startOf(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
