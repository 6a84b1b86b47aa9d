package org.cdfgateway.emulator.bucket;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cdfgateway.emulator.http.ApiError;

/** Names of time zones: those of the IANA, and offsets such as {@code UTC+05:30} in steps of a quarter of an hour. */
public final class TimeZones {

    private static final Pattern OFFSET = Pattern.compile("UTC([+-]\\d{2}:(?:00|15|30|45))");
    private static final Set<String> NAMES = ZoneId.getAvailableZoneIds();
    private static final int MAX_OFFSET_HOURS = 18;

    private TimeZones() {}

    /** @throws ApiError 400 for other texts */
    public static ZoneId parse(String text) {
        Matcher offset = OFFSET.matcher(text);
        if (offset.matches() && Math.abs(Integer.parseInt(offset.group(1).substring(0, 3))) < MAX_OFFSET_HOURS) {
            return ZoneOffset.of(offset.group(1));
        }
        if (!NAMES.contains(text)) {
            throw ApiError.badRequest("Invalid time zone: '" + text + "'");
        }
        return ZoneId.of(text);
    }
}
