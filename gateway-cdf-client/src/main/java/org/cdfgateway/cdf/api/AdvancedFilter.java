package org.cdfgateway.cdf.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The filter language of listings (reference/cdf-api-resources.md section 1.12), and that part of the language of
 * instances which is the same (reference/cdf-api-data.md section 11.7). Serialises as CDF reads it.
 */
public sealed interface AdvancedFilter {

    /** Clauses that one filter holds at most, itself included. */
    int MAX_CLAUSES = 100;

    /** Values that an {@link In} holds at most. */
    int MAX_VALUES = 100;

    /** Clauses in this filter, itself included. */
    int clauses();

    /** What all of the filters let through; empty when there are none, which lets everything through. */
    static Optional<AdvancedFilter> allOf(List<AdvancedFilter> filters) {
        return filters.size() > 1
                ? Optional.of(new And(filters))
                : filters.stream().findFirst();
    }

    record Equals(List<String> property, Object value) implements AdvancedFilter {
        @JsonValue
        Map<String, Object> json() {
            return Map.of("equals", Map.of("property", property, "value", value));
        }

        @Override
        public int clauses() {
            return 1;
        }
    }

    record In(List<String> property, List<Object> values) implements AdvancedFilter {
        @JsonValue
        Map<String, Object> json() {
            return Map.of("in", Map.of("property", property, "values", values));
        }

        @Override
        public int clauses() {
            return 1;
        }
    }

    /** Both bounds are inclusive, numbers or texts; at least one is given. */
    record Range(
            List<String> property,
            @Nullable Object atLeast,
            @Nullable Object atMost) implements AdvancedFilter {
        @JsonValue
        Map<String, Object> json() {
            return Map.of("range", new Bounds(property, atLeast, atMost));
        }

        @Override
        public int clauses() {
            return 1;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Bounds(
            List<String> property,
            @JsonProperty("gte") @Nullable Object atLeast,
            @JsonProperty("lte") @Nullable Object atMost) {}

    record Exists(List<String> property) implements AdvancedFilter {
        @JsonValue
        Map<String, Object> json() {
            return Map.of("exists", Map.of("property", property));
        }

        @Override
        public int clauses() {
            return 1;
        }
    }

    record Not(AdvancedFilter operand) implements AdvancedFilter {
        @JsonValue
        Map<String, Object> json() {
            return Map.of("not", operand);
        }

        @Override
        public int clauses() {
            return 1 + operand.clauses();
        }
    }

    /** @param operands at least one */
    record And(List<AdvancedFilter> operands) implements AdvancedFilter {
        @JsonValue
        Map<String, Object> json() {
            return Map.of("and", operands);
        }

        @Override
        public int clauses() {
            return 1 + operands.stream().mapToInt(AdvancedFilter::clauses).sum();
        }
    }

    /** @param operands at least one */
    record Or(List<AdvancedFilter> operands) implements AdvancedFilter {
        @JsonValue
        Map<String, Object> json() {
            return Map.of("or", operands);
        }

        @Override
        public int clauses() {
            return 1 + operands.stream().mapToInt(AdvancedFilter::clauses).sum();
        }
    }
}
