package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;

/** The {@code aggregateFilter}, which picks groups by their values. */
final class GroupFilter {

    private static final int MAX_VALUES = 100;
    private static final int MAX_TEXT = 256;

    private final boolean folded;

    private GroupFilter(boolean folded) {
        this.folded = folded;
    }

    static Predicate<Object> compile(JsonNode filter, AggregateRules rules) {
        GroupFilter leaves = new GroupFilter(rules.isFolded());
        return new BooleanFilter<Object>("aggregateFilter", rules.maxChildren(), leaves::leaf).compile(filter);
    }

    private Predicate<Object> leaf(String operator, JsonNode leaf) {
        return switch (operator) {
            case "in" -> {
                Set<Object> wanted = new HashSet<>();
                for (JsonNode value :
                        FilterValues.elements(leaf.path("values"), "aggregateFilter.values", MAX_VALUES)) {
                    wanted.add(scalar(value));
                }
                yield wanted::contains;
            }
            case "prefix" -> {
                String prefix = fold(FilterValues.text(leaf.path("value"), "aggregateFilter.value", 0, MAX_TEXT));
                yield value -> value instanceof String text && text.startsWith(prefix);
            }
            case "range" -> RangeLeaf.compile(leaf, this::scalar);
            default -> throw ApiError.badRequest("aggregateFilter: unknown operator " + operator);
        };
    }

    private Object scalar(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.longValue();
        }
        return value.isBoolean()
                ? value.booleanValue()
                : fold(FilterValues.text(value, "aggregateFilter.value", 0, MAX_TEXT));
    }

    private String fold(String text) {
        return folded ? text.toLowerCase(Locale.ROOT) : text;
    }
}
