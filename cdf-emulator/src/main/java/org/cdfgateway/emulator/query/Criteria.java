package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.schema.Property;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.Metadata;

/** The criteria that filters are made of (reference/cdf-api-resources.md section 1.11). */
public final class Criteria {

    private Criteria() {}

    /** An array that must not hold anything twice. */
    public static Criterion distinct(Criterion criterion) {
        return (value, path, related) -> {
            Set<JsonNode> seen = new HashSet<>();
            for (JsonNode element : value) {
                if (!seen.add(element)) {
                    throw ApiError.badRequest(path + " must be distinct, got " + element + " twice");
                }
            }
            return criterion.compile(value, path, related);
        };
    }

    /** A text that is equal. */
    public static Criterion equalText(Field field, int min, int max) {
        return (value, path, related) -> {
            String wanted = FilterValues.text(value, path, min, max);
            return item -> wanted.equals(field.textOf(item));
        };
    }

    public static Criterion prefix(Field field, int max) {
        return (value, path, related) -> {
            String prefix = FilterValues.text(value, path, 0, max);
            return item -> {
                String text = field.textOf(item);
                return text != null && text.startsWith(prefix);
            };
        };
    }

    public static Criterion flag(Field field) {
        return (value, path, related) -> {
            boolean wanted = FilterValues.flag(value, path);
            return item -> field.flagOf(item) == wanted;
        };
    }

    /** Whether a field has a value: {@code true} for those without. */
    public static Criterion absent(Field field) {
        return (value, path, related) -> {
            boolean wanted = FilterValues.flag(value, path);
            return item -> (field.of(item) == null) == wanted;
        };
    }

    /** <code>{"min": 1, "max": 2}</code>, both inclusive; never matches what has no value. */
    public static Criterion range(Property property) {
        return (value, path, related) -> {
            Range range = FilterValues.range(value, path);
            return item -> range.contains((Long) property.of(item));
        };
    }

    /** A range, or <code>{"isNull": true}</code>. */
    public static Criterion rangeOrNull(Property property) {
        return (value, path, related) -> {
            JsonNode isNull = value.path("isNull");
            if (isNull.isMissingNode()) {
                return range(property).compile(value, path, related);
            }
            boolean wanted = FilterValues.flag(isNull, path + ".isNull");
            return item -> (property.of(item) == null) == wanted;
        };
    }

    /** Some pairs, all of which must be there. */
    public static Criterion metadata(Field field) {
        return (value, path, related) -> {
            Metadata wanted = FilterValues.metadata(value, path);
            return item -> {
                Metadata actual = (Metadata) field.of(item);
                return wanted.size() == 0
                        || (actual != null && !wanted.anyMatch((key, text) -> !text.equals(actual.get(key))));
            };
        };
    }

    /** A single id that is one of the given. */
    public static Criterion oneOf(Field field, int max) {
        return (value, path, related) -> {
            Set<Long> wanted = FilterValues.numbers(value, path, max);
            return item -> wanted.contains(field.numberOf(item));
        };
    }

    /** Ids of which one is among the given. */
    public static Criterion anyOf(Field field, int max) {
        return (value, path, related) -> anyIn(field, FilterValues.numbers(value, path, max));
    }

    /** A reference to a data set that is one of the given. */
    public static Criterion dataSets(Field field, int max) {
        return (value, path, related) -> {
            Set<Long> wanted = new HashSet<>();
            for (JsonNode reference : FilterValues.elements(value, path, max)) {
                Long id = related.dataSetId(reference);
                if (id != null) {
                    wanted.add(id);
                }
            }
            return item -> wanted.contains(field.numberOf(item));
        };
    }

    /** External ids of assets, one of which is the asset of a single-valued field. */
    public static Criterion oneOfAssets(Field field, int max) {
        return (value, path, related) -> {
            Set<Long> wanted = assetIds(value, path, max, related);
            return item -> wanted.contains(field.numberOf(item));
        };
    }

    /** External ids of assets, one of which is among the assets of a field. */
    public static Criterion anyOfAssets(Field field, int max) {
        return (value, path, related) -> anyIn(field, assetIds(value, path, max, related));
    }

    /** References to assets, one of which is the root. */
    public static Criterion roots(Field field, int max) {
        return (value, path, related) -> {
            Set<Long> wanted = new HashSet<>();
            for (JsonNode reference : FilterValues.elements(value, path, max)) {
                JsonNode externalId = reference.path("externalId");
                Long id = externalId.isTextual()
                        ? related.assetId(externalId.textValue())
                        : Long.valueOf(reference.path("id").asLong());
                if (id != null) {
                    wanted.add(id);
                }
            }
            return item -> wanted.contains(field.numberOf(item));
        };
    }

    /** References to assets, in whose subtrees the asset of a single-valued field is. */
    public static Criterion inSubtree(Property property) {
        return (value, path, related) -> {
            Set<Long> wanted = related.assetSubtree(FilterValues.elements(value, path, 100));
            return item -> wanted.contains(property.of(item));
        };
    }

    /** References to assets, in whose subtrees one of the assets of a field is. */
    public static Criterion anyInSubtree(Field field) {
        return (value, path, related) -> anyIn(field, related.assetSubtree(FilterValues.elements(value, path, 100)));
    }

    /**
     * Active at some moment of a range: from the start to the end, both inclusive; never without a start, for ever
     * without an end.
     */
    public static Criterion active(Field start, Field end) {
        return (value, path, related) -> {
            Range range = FilterValues.range(value, path);
            return item -> {
                Long from = start.numberOf(item);
                Long until = end.numberOf(item);
                return from != null && from <= range.max() && (until == null || until >= range.min());
            };
        };
    }

    /** <code>{"containsAny": [{"externalId": "a"}]}</code> or <code>containsAll</code>. */
    public static Criterion labels(Field field, int max) {
        return (value, path, related) -> {
            JsonNode any = value.path("containsAny");
            JsonNode all = value.path("containsAll");
            if (any.isMissingNode() == all.isMissingNode()) {
                throw ApiError.badRequest(path + " must have either containsAny or containsAll");
            }
            List<String> wanted = FilterValues.elements(any.isMissingNode() ? all : any, path, max).stream()
                    .map(label -> label.path("externalId").asText())
                    .toList();
            return item -> {
                String[] labels = (String[]) field.of(item);
                List<String> actual = labels == null ? List.of() : Arrays.asList(labels);
                return any.isMissingNode()
                        ? actual.containsAll(wanted)
                        : wanted.stream().anyMatch(actual::contains);
            };
        };
    }

    private static Set<Long> assetIds(JsonNode value, String path, int max, Related related) {
        Set<Long> ids = new HashSet<>();
        for (JsonNode externalId : FilterValues.elements(value, path, max)) {
            Long id = related.assetId(externalId.asText());
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static Predicate<Item> anyIn(Field field, Set<Long> wanted) {
        return item -> {
            long[] actual = (long[]) field.of(item);
            if (actual != null) {
                for (long id : actual) {
                    if (wanted.contains(id)) {
                        return true;
                    }
                }
            }
            return false;
        };
    }
}
