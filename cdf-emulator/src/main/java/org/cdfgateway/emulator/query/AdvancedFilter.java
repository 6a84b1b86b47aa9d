package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.schema.Violations;
import org.cdfgateway.emulator.store.Item;

/** The {@code advancedFilter}: and, or, not over leaves (reference/cdf-api-resources.md section 1.12). */
public final class AdvancedFilter {

    private static final int MAX_DEPTH = 10;
    private static final int MAX_CLAUSES = 100;
    private static final int MAX_CHILDREN = 99;

    private final FilterLeaves leaves;
    private int clauses;

    private AdvancedFilter(FilterLeaves leaves) {
        this.leaves = leaves;
    }

    /**
     * @param filter missing or null matches everything
     * @throws ApiError 400 for what is not of the grammar or beyond its limits
     */
    public static Predicate<Item> compile(JsonNode filter, FilterLeaves leaves) {
        return filter.isMissingNode() || filter.isNull()
                ? item -> true
                : new AdvancedFilter(leaves).expression(filter, 1);
    }

    private Predicate<Item> expression(JsonNode expression, int depth) {
        if (!expression.isObject() || expression.size() != 1) {
            throw ApiError.badRequest("advancedFilter: expected an object with one operator, got " + expression);
        }
        if (depth > MAX_DEPTH) {
            throw ApiError.badRequest("advancedFilter must not be nested deeper than " + MAX_DEPTH);
        }
        if (++clauses > MAX_CLAUSES) {
            throw ApiError.badRequest("advancedFilter must not have more than " + MAX_CLAUSES + " clauses");
        }
        Map.Entry<String, JsonNode> operator =
                expression.properties().iterator().next();
        JsonNode operand = operator.getValue();
        return switch (operator.getKey()) {
            case "and" -> {
                List<Predicate<Item>> all = children("and", operand, depth);
                yield item -> all.stream().allMatch(one -> one.test(item));
            }
            case "or" -> {
                List<Predicate<Item>> any = children("or", operand, depth);
                yield item -> any.stream().anyMatch(one -> one.test(item));
            }
            case "not" -> expression(operand, depth + 1).negate();
            default -> leaves.compile(operator.getKey(), operand);
        };
    }

    private List<Predicate<Item>> children(String operator, JsonNode operands, int depth) {
        if (!operands.isArray()) {
            throw Violations.wrongType("advancedFilter." + operator, "array", operands);
        }
        Violations violations = new Violations();
        violations.requireSize("advancedFilter." + operator, operands.size(), 1, MAX_CHILDREN);
        violations.check();
        List<Predicate<Item>> children = new ArrayList<>();
        for (JsonNode operand : operands) {
            children.add(expression(operand, depth + 1));
        }
        return children;
    }
}
