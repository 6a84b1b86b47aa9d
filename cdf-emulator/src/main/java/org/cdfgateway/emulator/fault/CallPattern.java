package org.cdfgateway.emulator.fault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names calls of the API. A call is written as method and path as CDF's documentation writes them below the project,
 * for example {@code POST /assets/list} or {@code GET /raw/dbs/{db}/tables}; a star stands for any characters.
 */
public final class CallPattern {

    public static final CallPattern ANY = of("*");

    private final String text;
    private final Pattern pattern;

    private CallPattern(String text) {
        this.text = text;
        this.pattern = Pattern.compile(
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    @JsonCreator
    public static CallPattern of(String text) {
        return new CallPattern(text);
    }

    public boolean matches(String call) {
        return pattern.matcher(call).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallPattern pattern && pattern.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
