package org.cdfgateway.emulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.schema.Violations;

/** And, or, not over leaves, within the limits of reference/cdf-api-resources.md section 1.12. Compiles one filter. */
final class BooleanFilter<T> {

    private static final int MAX_DEPTH = 10;
    private static final int MAX_CLAUSES = 100;
    private static final int MAX_SEARCHES = 2;

    private final String name;
    private final int maxChildren;
    private final BiFunction<String, JsonNode, Predicate<T>> leaves;
    private int clauses;
    private int searches;

    /**
     * @param name of the field that holds the filter
     * @param leaves compiles an operator and its operand
     */
    BooleanFilter(String name, int maxChildren, BiFunction<String, JsonNode, Predicate<T>> leaves) {
        this.name = name;
        this.maxChildren = maxChildren;
        this.leaves = leaves;
    }

    /**
     * @param filter missing or null matches everything
     * @throws ApiError 400 for what is not of the grammar or beyond its limits
     */
    Predicate<T> compile(JsonNode filter) {
        return filter.isMissingNode() || filter.isNull() ? value -> true : expression(filter, 1);
    }

    private Predicate<T> expression(JsonNode expression, int depth) {
        if (!expression.isObject() || expression.size() != 1) {
            throw ApiError.badRequest(name + ": expected an object with one operator, got " + expression);
        }
        if (depth > MAX_DEPTH) {
            throw ApiError.badRequest(name + " must not be nested deeper than " + MAX_DEPTH);
        }
        if (++clauses > MAX_CLAUSES) {
            throw ApiError.badRequest(name + " must not have more than " + MAX_CLAUSES + " clauses");
        }
        Map.Entry<String, JsonNode> operator =
                expression.properties().iterator().next();
        JsonNode operand = operator.getValue();
        if (operator.getKey().equals("search") && ++searches > MAX_SEARCHES) {
            throw ApiError.badRequest(name + " must not have more than " + MAX_SEARCHES + " search leaves");
        }
        return switch (operator.getKey()) {
            case "and" -> {
                List<Predicate<T>> all = children("and", operand, depth);
                yield value -> all.stream().allMatch(one -> one.test(value));
            }
            case "or" -> {
                List<Predicate<T>> any = children("or", operand, depth);
                yield value -> any.stream().anyMatch(one -> one.test(value));
            }
            case "not" -> expression(operand, depth + 1).negate();
            default -> leaves.apply(operator.getKey(), operand);
        };
    }

    private List<Predicate<T>> children(String operator, JsonNode operands, int depth) {
        if (!operands.isArray()) {
            throw Violations.wrongType(name + "." + operator, "array", operands);
        }
        Violations violations = new Violations();
        violations.requireSize(name + "." + operator, operands.size(), 1, maxChildren);
        violations.check();
        List<Predicate<T>> children = new ArrayList<>();
        for (JsonNode operand : operands) {
            children.add(expression(operand, depth + 1));
        }
        return children;
    }
}
