package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.schema.Violations;
import org.cdfgateway.emulator.schema.WordType;
import org.cdfgateway.emulator.store.Item;

/** Criteria of relationships: their two ends, their confidence, when they hold. */
public final class EndCriteria {

    /** The fields of one end. */
    public record End(Field type, Field externalId) {

        private boolean is(Item item, String wantedType, String wantedExternalId) {
            return wantedType.equals(type.textOf(item)) && wantedExternalId.equals(externalId.textOf(item));
        }
    }

    private EndCriteria() {}

    /** A text that is one of the given. */
    public static Criterion oneOfTexts(Field field, int max) {
        return (value, path, related) -> {
            Set<String> wanted = FilterValues.texts(value, path, max);
            return item -> wanted.contains(field.textOf(item));
        };
    }

    /** A word that is one of the given, in any case. */
    public static Criterion oneOfWords(Field field, WordType words, int max) {
        return (value, path, related) -> {
            Set<String> wanted = new HashSet<>();
            for (String text : FilterValues.texts(value, path, max)) {
                wanted.add(word(text, words, path));
            }
            return item -> wanted.contains(field.textOf(item));
        };
    }

    /** {@code [{"type": "asset", "externalId": "a"}]}, exactly one, at either end. */
    public static Criterion eitherEnd(WordType words, End... ends) {
        return (value, path, related) -> {
            JsonNode wanted = FilterValues.elements(value, path, 1).get(0);
            String type = word(FilterValues.text(wanted.path("type"), path + "[0].type", 1, 20), words, path);
            String externalId = FilterValues.text(wanted.path("externalId"), path + "[0].externalId", 1, 255);
            return item -> Stream.of(ends).anyMatch(end -> end.is(item, type, externalId));
        };
    }

    private static String word(String text, WordType words, String path) {
        return words.find(text)
                .orElseThrow(() -> ApiError.badRequest(path + " must be among " + words.words() + ", got " + text));
    }

    /** <code>{"min": 0.5, "max": 1}</code> over numbers with decimals. */
    public static Criterion decimalRange(Field field) {
        return (value, path, related) -> {
            double min = bound(value, "min", path, Double.NEGATIVE_INFINITY);
            double max = bound(value, "max", path, Double.POSITIVE_INFINITY);
            return item -> field.of(item) instanceof Double number && number >= min && number <= max;
        };
    }

    private static double bound(JsonNode range, String name, String path, double open) {
        if (!range.hasNonNull(name)) {
            return open;
        }
        if (!range.path(name).isNumber()) {
            throw Violations.wrongType(path + "." + name, "number", range.path(name));
        }
        return range.path(name).doubleValue();
    }

    /** Holds at some moment of a range: from the start to the end, both inclusive; for ever where one is missing. */
    public static Criterion activeOrOpen(Field start, Field end) {
        return (value, path, related) -> {
            Range range = FilterValues.range(value, path);
            return item -> {
                Long from = start.numberOf(item);
                Long until = end.numberOf(item);
                return (from == null || from <= range.max()) && (until == null || until >= range.min());
            };
        };
    }
}
