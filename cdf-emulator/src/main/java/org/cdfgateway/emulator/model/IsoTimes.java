package org.cdfgateway.emulator.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts of dates and timestamps: reference/cdf-api-data.md section 11.3. */
final class IsoTimes {

    private static final Pattern TIMESTAMP = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})(?:\\.(\\d{1,3}))?(Z|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int MILLIS_DIGITS = 3;

    private IsoTimes() {}

    /** Milliseconds since 1970, null when the text is no timestamp; without a zone it is in UTC. */
    static @Nullable Long millis(String text) {
        Matcher parts = TIMESTAMP.matcher(text);
        if (!parts.matches() || text.startsWith("0000")) {
            return null;
        }
        String zone = parts.group(3);
        String fraction = parts.group(2);
        try {
            ZoneOffset offset = zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone);
            long seconds = LocalDateTime.parse(parts.group(1)).toEpochSecond(offset);
            int millis =
                    fraction == null ? 0 : Integer.parseInt(fraction + "0".repeat(MILLIS_DIGITS - fraction.length()));
            return seconds * 1000 + millis;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Days since 1970, null when the text is no date. */
    static @Nullable Integer days(String text) {
        if (!DATE.matcher(text).matches() || text.startsWith("0000")) {
            return null;
        }
        try {
            return Math.toIntExact(LocalDate.parse(text).toEpochDay());
        } catch (DateTimeException e) {
            return null;
        }
    }

    static String timestamp(long millis) {
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(32).append(time.toLocalDate()).append('T');
        twoDigits(text, time.getHour()).append(':');
        twoDigits(text, time.getMinute()).append(':');
        twoDigits(text, time.getSecond());
        int fraction = Math.floorMod(millis, 1000);
        if (fraction != 0) {
            text.append('.').append(Integer.toString(1000 + fraction), 1, 4);
        }
        return text.append("+00:00").toString();
    }

    private static StringBuilder twoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    static String date(int days) {
        return LocalDate.ofEpochDay(days).toString();
    }
}
