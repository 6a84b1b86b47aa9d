package org.cdfgateway.emulator.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Json;
import org.cdfgateway.emulator.schema.Violations;
import org.jspecify.annotations.Nullable;

/** The forms there are; those of objects are in {@link ObjectShape}. */
public final class Shapes {

    private Shapes() {}

    /** A text; lengths in characters. */
    public static Shape text(int min, int max) {
        return (value, path, violations) -> {
            String text = textOf(value, path);
            violations.requireSize(path, text.length(), min, max);
            return value;
        };
    }

    public static Shape flag() {
        return (value, path, violations) -> {
            if (!value.isBoolean()) {
                throw Violations.wrongType(path, "boolean", value);
            }
            return value;
        };
    }

    public static Shape integer(long min, long max) {
        return (value, path, violations) -> {
            if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                throw Violations.wrongType(path, "integer", value);
            }
            if (value.longValue() < min || value.longValue() > max) {
                violations.add(path + " must be between " + min + " and " + max);
            }
            return value;
        };
    }

    /** One of some words. */
    public static Shape choice(String... words) {
        List<String> known = List.of(words);
        return (value, path, violations) -> {
            if (!known.contains(textOf(value, path))) {
                throw ApiError.badRequest(
                        "Invalid value at " + path + ": '" + value.textValue() + "'. Expected one of " + known);
            }
            return value;
        };
    }

    /** Any JSON, kept as it is. */
    public static Shape anything() {
        return (value, path, violations) -> value;
    }

    public static Shape list(Shape element, int min, int max) {
        return (value, path, violations) -> {
            if (!value.isArray()) {
                throw Violations.wrongType(path, "array", value);
            }
            violations.requireSize(path, value.size(), min, max);
            ArrayNode kept = JsonNodeFactory.instance.arrayNode(value.size());
            for (int i = 0; i < value.size(); i++) {
                kept.add(element.read(value.get(i), path + "[" + i + "]", violations));
            }
            return kept;
        };
    }

    /** An object whose keys are free within their own form. */
    public static Shape map(Identifier key, Shape element, int min, int max) {
        return (value, path, violations) -> {
            if (!value.isObject()) {
                throw Violations.wrongType(path, "object", value);
            }
            violations.requireSize(path, value.size(), min, max);
            ObjectNode kept = Json.newObject();
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                key.check(entry.getKey(), path, violations);
                kept.set(entry.getKey(), element.read(entry.getValue(), path + "." + entry.getKey(), violations));
            }
            return kept;
        };
    }

    /**
     * An object whose form depends on one of its fields.
     *
     * @param absent the value of that field when it is not given, null when it must be given
     */
    public static Shape variant(String discriminator, @Nullable String absent, Map<String, ? extends Shape> variants) {
        return (value, path, violations) -> {
            if (!value.isObject()) {
                throw Violations.wrongType(path, "object", value);
            }
            JsonNode given = value.path(discriminator);
            if (absent == null && (given.isMissingNode() || given.isNull())) {
                throw ApiError.missingFields(List.of(path + "." + discriminator));
            }
            String word = given.isTextual() || absent == null ? textOf(given, path + "." + discriminator) : absent;
            Shape shape = variants.get(word);
            if (shape == null) {
                throw ApiError.badRequest("Invalid value at " + path + "." + discriminator + ": '" + word
                        + "'. Expected one of "
                        + variants.keySet().stream().sorted().toList());
            }
            ObjectNode kept = Json.newObject().put(discriminator, word);
            kept.setAll((ObjectNode) shape.read(value, path, violations));
            return kept;
        };
    }

    static String textOf(JsonNode value, String path) {
        if (!value.isTextual()) {
            throw Violations.wrongType(path, "string", value);
        }
        return value.textValue();
    }
}
