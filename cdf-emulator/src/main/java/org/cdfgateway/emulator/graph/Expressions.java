package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.instance.InstanceKind;
import org.cdfgateway.emulator.store.SortedSequence;
import org.jspecify.annotations.Nullable;

/** The {@code with} part of a query: named expressions, each evaluated once, when it is asked for. For one request. */
final class Expressions {

    private final JsonNode with;
    private final JsonNode cursors;
    private final ExpressionSteps steps;
    private final Map<String, ResultSet> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    Expressions(JsonNode with, JsonNode cursors, Snapshot snapshot) {
        if (!with.isObject() || with.isEmpty() || with.size() > GraphLimits.MAX_EXPRESSIONS) {
            throw ApiError.badRequest("with must have 1 to " + GraphLimits.MAX_EXPRESSIONS + " expressions");
        }
        this.with = with;
        this.cursors = cursors;
        this.steps = new ExpressionSteps(snapshot);
    }

    /** @throws ApiError 400 for unknown names, circles, and whatever is wrong with the expression */
    ResultSet result(String name) {
        ResultSet result = known.get(name);
        if (result == null) {
            JsonNode expression = with.get(name);
            if (expression == null) {
                throw ApiError.badRequest("Unknown result expression '" + name + "'");
            }
            if (!open.add(name)) {
                throw ApiError.badRequest("Result expression '" + name + "' depends on itself");
            }
            result = evaluate(expression, InstancePage.cursor(cursors.path(name)));
            open.remove(name);
            known.put(name, result);
        }
        return result;
    }

    private ResultSet evaluate(JsonNode expression, @Nullable String cursor) {
        if (expression.has("nodes")) {
            JsonNode nodes = expression.path("nodes");
            SortedSequence<Instance> candidates = steps.nodes(nodes, from(nodes));
            return page(InstanceKind.NODE, Direction.OUTWARDS, candidates, expression, nodes, cursor);
        }
        if (expression.has("edges")) {
            JsonNode edges = expression.path("edges");
            SortedSequence<Instance> candidates = steps.edges(edges, from(edges));
            Direction direction = Direction.of(edges.path("direction"), Direction.OUTWARDS);
            return page(InstanceKind.EDGE, direction, candidates, expression, edges, cursor);
        }
        return SetOperation.of(expression).evaluate(expression, this);
    }

    private @Nullable ResultSet from(JsonNode nodesOrEdges) {
        JsonNode from = nodesOrEdges.path("from");
        return from.isTextual() ? result(from.textValue()) : null;
    }

    private ResultSet page(
            InstanceKind kind,
            Direction direction,
            SortedSequence<Instance> candidates,
            JsonNode expression,
            JsonNode nodesOrEdges,
            @Nullable String cursor) {
        JsonNode sort = expression.has("postSort") ? expression.path("postSort") : expression.path("sort");
        InstancePage page = InstancePage.of(
                candidates,
                new InstancePage.Wish(
                        steps.matching(nodesOrEdges), steps.order(sort), limit(expression), cursor, hash(expression)));
        return new ResultSet(kind, direction, page.instances(), page.nextCursor());
    }

    static int limit(JsonNode expression) {
        return InstancePage.limit(expression, GraphLimits.QUERY_PAGE, GraphLimits.MAX_QUERY_PAGE);
    }

    private static int hash(JsonNode expression) {
        return expression.toString().hashCode();
    }

    /** The result of a name or of an expression in its place. */
    ResultSet operand(JsonNode nameOrExpression) {
        return nameOrExpression.isTextual() ? result(nameOrExpression.textValue()) : evaluate(nameOrExpression, null);
    }

    /** Sorts and cuts what was selected of a result. */
    List<Instance> selected(ResultSet result, JsonNode select) {
        List<Instance> selected = new ArrayList<>(result.instances());
        InstanceOrder order = steps.order(select.path("sort"));
        if (!order.isByCreation()) {
            selected.sort(order);
        }
        int limit = InstancePage.limit(select, Integer.MAX_VALUE, Integer.MAX_VALUE);
        return limit < selected.size() ? selected.subList(0, limit) : selected;
    }

    /** Operations on whole results. */
    enum SetOperation {
        UNION("union"),
        UNION_ALL("unionAll"),
        INTERSECTION("intersection");

        private final String word;

        SetOperation(String word) {
            this.word = word;
        }

        static SetOperation of(JsonNode expression) {
            for (SetOperation operation : values()) {
                if (expression.has(operation.word)) {
                    return operation;
                }
            }
            throw ApiError.badRequest(
                    "A result expression needs one of nodes, edges, union, unionAll, intersection, got " + expression);
        }

        ResultSet evaluate(JsonNode expression, Expressions expressions) {
            List<ResultSet> operands = new ArrayList<>();
            expression.path(word).forEach(operand -> operands.add(expressions.operand(operand)));
            if (operands.isEmpty()) {
                throw ApiError.badRequest(word + " needs at least one result expression");
            }
            List<Instance> combined = new ArrayList<>(combine(operands));
            for (JsonNode except : expression.path("except")) {
                combined.removeAll(new HashSet<>(expressions.operand(except).instances()));
            }
            int limit = limit(expression);
            ResultSet first = operands.get(0);
            return new ResultSet(
                    first.kind(),
                    first.direction(),
                    limit < combined.size() ? combined.subList(0, limit) : combined,
                    null);
        }

        private Collection<Instance> combine(List<ResultSet> operands) {
            List<Instance> all = new ArrayList<>();
            operands.forEach(operand -> all.addAll(operand.instances()));
            return switch (this) {
                case UNION_ALL -> all;
                case UNION -> new LinkedHashSet<>(all);
                case INTERSECTION -> {
                    Set<Instance> common = new LinkedHashSet<>(operands.get(0).instances());
                    operands.forEach(operand -> common.retainAll(new HashSet<>(operand.instances())));
                    yield common;
                }
            };
        }
    }
}
