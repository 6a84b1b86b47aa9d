package org.cdfgateway.emulator.datapoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cdfgateway.emulator.http.ApiError;

/** Times as requests write them: 1700000000000, "1700000000000", "now", "3d-ago", "2h-ahead". */
final class TimeExpression {

    private static final Pattern RELATIVE = Pattern.compile("(\\d{1,9})([wdhms])-(ago|ahead)");
    private static final Pattern DIGITS = Pattern.compile("-?\\d{1,18}");

    private TimeExpression() {}

    /**
     * @param name what the time is for
     * @return milliseconds since 1970
     * @throws ApiError 400 for other texts
     */
    static long parse(JsonNode time, String name, long now) {
        if (time.isIntegralNumber() && time.canConvertToLong()) {
            return time.longValue();
        }
        String text = time.asText();
        if (text.equals("now")) {
            return now;
        }
        if (DIGITS.matcher(text).matches()) {
            return Long.parseLong(text);
        }
        Matcher relative = RELATIVE.matcher(text);
        if (!time.isTextual() || !relative.matches()) {
            throw ApiError.badRequest("Invalid time for " + name + ": " + time);
        }
        long distance = Long.parseLong(relative.group(1)) * unit(relative.group(2));
        return relative.group(3).equals("ago") ? now - distance : now + distance;
    }

    private static long unit(String unit) {
        return switch (unit) {
            case "w" -> Duration.ofDays(7).toMillis();
            case "d" -> Duration.ofDays(1).toMillis();
            case "h" -> Duration.ofHours(1).toMillis();
            case "m" -> Duration.ofMinutes(1).toMillis();
            default -> Duration.ofSeconds(1).toMillis();
        };
    }
}
