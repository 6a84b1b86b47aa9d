package org.cdfgateway.app.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as PostgreSQL writes them: {@code 500ms}, {@code 30s}, {@code 5min}, {@code 1h}, and {@code 0} for none. */
final class Durations {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9}) ?(ms|s|min|h)");

    private Durations() {}

    /** @throws IllegalArgumentException for any other form */
    static Duration parse(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("duration: " + text + " (expected: a number with ms, s, min or h)");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "min" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
