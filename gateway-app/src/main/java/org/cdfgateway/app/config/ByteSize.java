package org.cdfgateway.app.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes, written as PostgreSQL writes it: {@code 512kB}, {@code 64MB}, {@code 2GB}. */
public record ByteSize(long bytes) {

    private static final long STEP = 1_024;
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}) ?(kB|MB|GB)");

    public ByteSize {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes: " + bytes + " (expected: >= 1)");
        }
    }

    /** @throws IllegalArgumentException for any other form */
    static ByteSize parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("size: " + text + " (expected: a number with kB, MB or GB)");
        }
        long unit = switch (matcher.group(2)) {
            case "kB" -> STEP;
            case "MB" -> STEP * STEP;
            default -> STEP * STEP * STEP;
        };
        return new ByteSize(Long.parseLong(matcher.group(1)) * unit);
    }
}
