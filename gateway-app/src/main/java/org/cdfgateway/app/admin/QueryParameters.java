package org.cdfgateway.app.admin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of an address behind its question mark. Every getter throws {@link ApiException} that names the parameter. */
record QueryParameters(Map<String, String> values) {

    QueryParameters {
        values = Map.copyOf(values);
    }

    /** @param rawQuery undecoded; null when there is none */
    static QueryParameters of(@Nullable String rawQuery) {
        Map<String, String> values = new LinkedHashMap<>();
        if (rawQuery != null && !rawQuery.isEmpty()) {
            for (String pair : rawQuery.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                if (values.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1))) != null) {
                    throw ApiException.malformed("query parameter " + name + " is given twice");
                }
            }
        }
        return new QueryParameters(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    int integer(String name, int least, int most, int byDefault) {
        String value = values.get(name);
        if (value == null) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is out of range.
        }
        throw ApiException.malformed(
                name + ": \"" + value + "\" (expected: a number from " + least + " to " + most + ")");
    }

    /** False when it is not there. Cognite's Python SDK says yes and no. */
    boolean flag(String name) {
        String value = values.getOrDefault(name, "false");
        return switch (value) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw ApiException.malformed(name + ": \"" + value + "\" (expected: true or false)");
        };
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiException.malformed("query of the address is not encoded correctly");
        }
    }
}
