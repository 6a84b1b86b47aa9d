package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private final Properties properties;
    private final Properties searched;
    private final Map<String, Integer> maxTexts;
    private final int otherMaxText;
    private final boolean metadataIgnoresCase;

    private FilterLeaves(
            Properties properties,
            Properties searched,
            Map<String, Integer> maxTexts,
            int otherMaxText,
            boolean metadataIgnoresCase) {
        this.properties = properties;
        this.searched = searched;
        this.maxTexts = Map.copyOf(maxTexts);
        this.otherMaxText = otherMaxText;
        this.metadataIgnoresCase = metadataIgnoresCase;
    }

    /**
     * @param maxText characters of a text to compare with
     * @param searched what {@code search} leaves may name
     */
    public static FilterLeaves of(Properties properties, int maxText, Properties searched) {
        return new FilterLeaves(properties, searched, Map.of(), maxText, false);
    }

    /** @param max characters by the name of the property, where they differ */
    public FilterLeaves withMaxTexts(Map<String, Integer> max) {
        return new FilterLeaves(properties, searched, max, otherMaxText, metadataIgnoresCase);
    }

    /** As events: metadata in any case, ranges of metadata with both bounds. */
    public FilterLeaves likeEvents() {
        return new FilterLeaves(properties, searched, maxTexts, otherMaxText, true);
    }

    Predicate<Item> compile(String operator, JsonNode leaf) {
        if (operator.equals("search")) {
            Property property = searched.find(leaf.path("property"));
            return matches(property, containsWords(leaf.path("value")));
        }
        Property property = properties.find(leaf.path("property"));
        requireKind(operator, property);
        return switch (operator) {
            case "equals" -> matches(property, isEqual(property, leaf.path("value")));
            case "in" -> matches(property, isIn(property, leaf.path("values")));
            case "range" -> {
                requireBothBounds(property, leaf);
                yield matches(property, RangeLeaf.compile(leaf, value -> scalar(property, value)));
            }
            case "prefix" -> matches(property, startsWith(property, leaf.path("value")));
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

    private static void requireKind(String operator, Property property) {
        boolean isArray = property.kind() == ValueKind.TEXTS || property.kind() == ValueKind.NUMBERS;
        boolean wantsArray = operator.equals("containsAny") || operator.equals("containsAll");
        if (!operator.equals("exists") && isArray != wantsArray) {
            throw ApiError.badRequest("advancedFilter: " + operator + " does not work on " + property.name());
        }
    }

    private void requireBothBounds(Property property, JsonNode range) {
        boolean hasBoth = (range.has("gt") || range.has("gte")) && (range.has("lt") || range.has("lte"));
        if (metadataIgnoresCase && isOfMetadata(property) && !hasBoth) {
            throw ApiError.badRequest("advancedFilter: a range of metadata needs both bounds");
        }
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
        if (text.isBlank()) {
            throw ApiError.badRequest("advancedFilter: the value of search must not be blank");
        }
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
        return metadataIgnoresCase && isOfMetadata(property) ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static boolean isOfMetadata(Property property) {
        return property.name().equals("metadata") || property.name().startsWith("metadata.");
    }

    static boolean exists(@Nullable Object value) {
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
            case TEXT, TEXTS, METADATA -> fold(property, FilterValues.text(value, path, 0, maxText(property)));
            case OPAQUE -> throw ApiError.badRequest("Unknown property " + property.name());
        };
    }

    private int maxText(Property property) {
        return maxTexts.getOrDefault(property.name(), otherMaxText);
    }

    private static List<?> elements(Property property, Item item) {
        Object value = property.of(item);
        if (value instanceof String[] texts) {
            return Arrays.asList(texts);
        }
        return value instanceof long[] numbers ? Arrays.stream(numbers).boxed().toList() : List.of();
    }
}
