package org.cdfgateway.emulator.bucket;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cdfgateway.emulator.http.ApiError;

/** How long buckets are: {@code 15m}, {@code 2day}, {@code month}. */
public record Granularity(int factor, TimeUnit unit) {

    private static final Pattern FORM = Pattern.compile("(\\d{0,9})([a-z]+)");

    /** @throws ApiError 400 for other texts and for factors that the unit does not take */
    public static Granularity parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw invalid(text);
        }
        TimeUnit unit = TimeUnit.named(matcher.group(2)).orElseThrow(() -> invalid(text));
        int factor = matcher.group(1).isEmpty() ? 1 : Integer.parseInt(matcher.group(1));
        if (factor < 1 || factor > unit.maxFactor()) {
            throw ApiError.badRequest("granularity " + text + ": the number must be between 1 and " + unit.maxFactor());
        }
        return new Granularity(factor, unit);
    }

    private static ApiError invalid(String text) {
        return ApiError.badRequest("Invalid granularity: '" + text
                + "'. Expected a number and one of s, m, h, d, mo, second, minute, hour, day, month");
    }
}
