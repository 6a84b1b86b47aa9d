package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.schema.Violations;
import org.cdfgateway.emulator.store.Metadata;

/** Reads the values that filters are given; everything of a wrong form is refused with 400. */
final class FilterValues {

    private static final int MAX_METADATA_PAIRS = 256;

    private FilterValues() {}

    static String text(JsonNode value, String path, int min, int max) {
        if (!value.isTextual()) {
            throw Violations.wrongType(path, "string", value);
        }
        Violations violations = new Violations();
        violations.requireSize(path, value.textValue().length(), min, max);
        violations.check();
        return value.textValue();
    }

    static boolean flag(JsonNode value, String path) {
        if (!value.isBoolean()) {
            throw Violations.wrongType(path, "boolean", value);
        }
        return value.booleanValue();
    }

    static long number(JsonNode value, String path) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw Violations.wrongType(path, "integer", value);
        }
        return value.longValue();
    }

    static Range range(JsonNode value, String path) {
        if (!value.isObject()) {
            throw Violations.wrongType(path, "range", value);
        }
        return new Range(
                bound(value.path("min"), path + ".min", Long.MIN_VALUE),
                bound(value.path("max"), path + ".max", Long.MAX_VALUE));
    }

    private static long bound(JsonNode value, String path, long open) {
        return value.isMissingNode() || value.isNull() ? open : number(value, path);
    }

    static List<JsonNode> elements(JsonNode value, String path, int max) {
        if (!value.isArray()) {
            throw Violations.wrongType(path, "array", value);
        }
        Violations violations = new Violations();
        violations.requireSize(path, value.size(), 1, max);
        violations.check();
        List<JsonNode> elements = new ArrayList<>();
        value.forEach(elements::add);
        return elements;
    }

    static Set<Long> numbers(JsonNode value, String path, int max) {
        Set<Long> numbers = new HashSet<>();
        for (JsonNode element : elements(value, path, max)) {
            numbers.add(number(element, path));
        }
        return numbers;
    }

    static Set<String> texts(JsonNode value, String path, int max) {
        Set<String> texts = new HashSet<>();
        for (JsonNode element : elements(value, path, max)) {
            texts.add(text(element, path, 0, Integer.MAX_VALUE));
        }
        return texts;
    }

    static Metadata metadata(JsonNode value, String path) {
        if (!value.isObject()) {
            throw Violations.wrongType(path, "object", value);
        }
        if (value.size() > MAX_METADATA_PAIRS) {
            throw ApiError.badRequest(path + " size must be between 0 and " + MAX_METADATA_PAIRS);
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> pair : value.properties()) {
            if (!pair.getValue().isTextual()) {
                throw Violations.wrongType(path + "." + pair.getKey(), "string", pair.getValue());
            }
            pairs.put(pair.getKey(), pair.getValue().textValue());
        }
        return Metadata.of(pairs);
    }
}
