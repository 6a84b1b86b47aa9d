package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.schema.Property;
import org.cdfgateway.emulator.schema.ValueKind;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.Metadata;
import org.jspecify.annotations.Nullable;

/** The leaves of one resource's {@code advancedFilter}. */
public final class FilterLeaves {

    private static final int MAX_VALUES = 100;
    private static final int MAX_SEARCHED = 128;
    private static final int MAX_TEXT = 500;

    private final Properties properties;
    private final boolean metadataIgnoresCase;

    /** @param metadataIgnoresCase as documented for events (reference/cdf-api-resources.md section 1.11) */
    public FilterLeaves(Properties properties, boolean metadataIgnoresCase) {
        this.properties = properties;
        this.metadataIgnoresCase = metadataIgnoresCase;
    }

    Predicate<Item> compile(String operator, JsonNode leaf) {
        Property property = properties.find(leaf.path("property"));
        return switch (operator) {
            case "equals" -> matches(property, isEqual(property, leaf.path("value")));
            case "in" -> matches(property, isIn(property, leaf.path("values")));
            case "range" -> matches(property, RangeLeaf.compile(leaf, value -> scalar(property, value)));
            case "prefix" -> matches(property, startsWith(property, leaf.path("value")));
            case "search" -> matches(property, containsWords(leaf.path("value")));
            case "exists" -> item -> exists(property.of(item));
            case "containsAny" -> {
                Set<Object> wanted = scalars(property, leaf.path("values"));
                yield item -> elements(property, item).stream().anyMatch(wanted::contains);
            }
            case "containsAll" -> {
                Set<Object> wanted = scalars(property, leaf.path("values"));
                yield item -> new HashSet<>(elements(property, item)).containsAll(wanted);
            }
            default -> throw ApiError.badRequest("advancedFilter: unknown operator " + operator);
        };
    }

    private Predicate<Object> isEqual(Property property, JsonNode value) {
        Object wanted = scalar(property, value);
        return wanted::equals;
    }

    private Predicate<Object> isIn(Property property, JsonNode values) {
        return scalars(property, values)::contains;
    }

    private Predicate<Object> startsWith(Property property, JsonNode value) {
        if (!(scalar(property, value) instanceof String prefix)) {
            throw ApiError.badRequest("advancedFilter: prefix works on texts only, not on " + property.name());
        }
        return actual -> ((String) actual).startsWith(prefix);
    }

    private static Predicate<Object> containsWords(JsonNode value) {
        String text = FilterValues.text(value, "advancedFilter.search.value", 1, MAX_SEARCHED);
        List<String> words = Arrays.asList(text.toLowerCase(Locale.ROOT).split("\\s+", -1));
        return actual -> {
            String lower = actual.toString().toLowerCase(Locale.ROOT);
            return words.stream().allMatch(lower::contains);
        };
    }

    /** Whether the value, or with metadata any value of it, passes; nothing passes without a value. */
    private Predicate<Item> matches(Property property, Predicate<Object> test) {
        if (property.kind() == ValueKind.METADATA) {
            return item -> {
                Object metadata = property.of(item);
                return metadata != null
                        && ((Metadata) metadata).anyMatch((key, text) -> test.test(fold(property, text)));
            };
        }
        return item -> {
            Object value = property.of(item);
            return value != null && test.test(value instanceof String text ? fold(property, text) : value);
        };
    }

    private String fold(Property property, String text) {
        boolean ofMetadata = property.name().startsWith("metadata");
        return ofMetadata && metadataIgnoresCase ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static boolean exists(@Nullable Object value) {
        return value != null && !(value instanceof Metadata metadata && metadata.size() == 0);
    }

    private Set<Object> scalars(Property property, JsonNode values) {
        Set<Object> scalars = new HashSet<>();
        for (JsonNode value : FilterValues.elements(values, "advancedFilter.values", MAX_VALUES)) {
            scalars.add(scalar(property, value));
        }
        return scalars;
    }

    private Object scalar(Property property, JsonNode value) {
        String path = "advancedFilter: value of " + property.name();
        return switch (property.kind()) {
            case NUMBER, NUMBERS -> FilterValues.number(value, path);
            case FLAG -> FilterValues.flag(value, path);
            case TEXT, TEXTS, METADATA -> fold(property, FilterValues.text(value, path, 0, MAX_TEXT));
            case OPAQUE -> throw ApiError.badRequest("Unknown property " + property.name());
        };
    }

    private static List<?> elements(Property property, Item item) {
        Object value = property.of(item);
        if (value instanceof String[] texts) {
            return Arrays.asList(texts);
        }
        if (value instanceof long[] numbers) {
            return Arrays.stream(numbers).boxed().toList();
        }
        if (property.kind() != ValueKind.TEXTS && property.kind() != ValueKind.NUMBERS) {
            throw ApiError.badRequest("advancedFilter: " + property.name() + " is no array");
        }
        return List.of();
    }
}
