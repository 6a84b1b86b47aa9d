package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.instance.InstanceKind;
import org.cdfgateway.emulator.model.Container;
import org.cdfgateway.emulator.model.DefinitionId;
import org.cdfgateway.emulator.model.InstanceId;
import org.cdfgateway.emulator.model.ValueType;
import org.cdfgateway.emulator.model.View;
import org.jspecify.annotations.Nullable;

/**
 * Turns filters into predicates: reference/cdf-api-data.md section 11.7. A missing value fits no comparison, and so fits
 * its negation.
 */
final class FilterCompiler {

    private static final Set<String> LEAVES = Set.of(
            "equals",
            "in",
            "range",
            "prefix",
            "exists",
            "containsAny",
            "containsAll",
            "matchAll",
            "nested",
            "overlaps",
            "hasData",
            "instanceReferences");

    private final Snapshot snapshot;
    private final PropertyPaths paths;
    private final Operands operands;

    FilterCompiler(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.paths = new PropertyPaths(snapshot);
        this.operands = new Operands(snapshot, paths);
    }

    /** @param filter everything fits one that is missing or null */
    Predicate<Instance> compile(JsonNode filter) {
        return filter.isMissingNode() || filter.isNull() ? instance -> true : compile(filter, 0);
    }

    private Predicate<Instance> compile(JsonNode filter, int depth) {
        if (!filter.isObject() || filter.size() != 1) {
            throw ApiError.badRequest("A filter must be an object with exactly one key, got " + filter);
        }
        if (depth > GraphLimits.MAX_FILTER_DEPTH) {
            throw ApiError.badRequest("Filters can be nested at most " + GraphLimits.MAX_FILTER_DEPTH + " levels deep");
        }
        Map.Entry<String, JsonNode> only = filter.properties().iterator().next();
        JsonNode body = only.getValue();
        return switch (only.getKey()) {
            case "and" -> all(body, depth);
            case "or" -> any(body, depth);
            case "not" -> compile(body, depth + 1).negate();
            case "equals" -> equal(body);
            case "in" -> in(body);
            case "range" -> range(body);
            case "prefix" -> prefix(body);
            case "exists" -> exists(body);
            case "containsAny" -> contains(body, false);
            case "containsAll" -> contains(body, true);
            case "matchAll" -> instance -> true;
            case "nested" -> nested(body, depth);
            case "overlaps" -> overlaps(body);
            case "hasData" -> hasData(body, depth);
            case "instanceReferences" -> instanceReferences(body);
            default ->
                throw ApiError.badRequest("Unknown filter '" + only.getKey() + "'. Expected and, or, not or one of "
                        + LEAVES.stream().sorted().toList());
        };
    }

    private List<Predicate<Instance>> operandsOf(JsonNode filters, int depth) {
        if (!filters.isArray() || filters.isEmpty()) {
            throw ApiError.badRequest("and, or: expected a list with at least one filter, got " + filters);
        }
        List<Predicate<Instance>> compiled = new ArrayList<>();
        filters.forEach(filter -> compiled.add(compile(filter, depth + 1)));
        return compiled;
    }

    private Predicate<Instance> all(JsonNode filters, int depth) {
        return operandsOf(filters, depth).stream().reduce(Predicate::and).orElse(instance -> true);
    }

    private Predicate<Instance> any(JsonNode filters, int depth) {
        return operandsOf(filters, depth).stream().reduce(Predicate::or).orElse(instance -> false);
    }

    private Accessor property(JsonNode body) {
        return paths.find(required(body, "property"));
    }

    private static JsonNode required(JsonNode body, String name) {
        JsonNode value = body.get(name);
        if (value == null) {
            throw ApiError.missingFields(List.of("filter." + name));
        }
        return value;
    }

    private Predicate<Instance> equal(JsonNode body) {
        Accessor property = property(body);
        Function<Instance, @Nullable Object> other = operands.operand(required(body, "value"), property);
        return instance -> {
            Object value = property.of(instance);
            Object wanted = value == null ? null : other.apply(instance);
            return value != null && wanted != null && Values.areEqual(value, wanted);
        };
    }

    private Predicate<Instance> in(JsonNode body) {
        Accessor property = property(body);
        if (property.type().isList()) {
            throw ApiError.badRequest("in: " + property.name() + " is a list; use containsAny");
        }
        Set<Object> wanted = new HashSet<>();
        operands.constants(required(body, "values"), property).forEach(value -> wanted.add(Values.canonical(value)));
        return instance -> {
            Object value = property.of(instance);
            return value != null && wanted.contains(Values.canonical(value));
        };
    }

    private Predicate<Instance> range(JsonNode body) {
        Accessor property = property(body);
        if (property.type().isList() || property.type().value() == ValueType.JSON) {
            throw ApiError.badRequest("range: " + property.name() + " has no order");
        }
        return bounds(body, property, property);
    }

    /** Compares the lower accessor with gt and gte, the upper one with lt and lte. */
    private Predicate<Instance> bounds(JsonNode body, Accessor lower, Accessor upper) {
        if ((body.has("gt") && body.has("gte")) || (body.has("lt") && body.has("lte"))) {
            throw ApiError.badRequest("range takes one of gt and gte, and one of lt and lte");
        }
        List<Predicate<Instance>> bounds = new ArrayList<>();
        for (Bound bound : Bound.values()) {
            JsonNode value = body.get(bound.word());
            if (value != null) {
                Accessor property = bound.isLower() ? lower : upper;
                Function<Instance, @Nullable Object> limit = operands.operand(value, property);
                bounds.add(instance -> bound.holds(property.of(instance), limit.apply(instance)));
            }
        }
        return bounds.stream()
                .reduce(Predicate::and)
                .orElseThrow(() -> ApiError.badRequest("range needs at least one of gt, gte, lt, lte"));
    }

    private Predicate<Instance> prefix(JsonNode body) {
        Accessor property = property(body);
        boolean isText =
                property.type().value() == ValueType.TEXT && !property.type().isList();
        if (!isText) {
            throw ApiError.badRequest("prefix: " + property.name() + " is no single text");
        }
        Function<Instance, @Nullable Object> prefix = operands.operand(required(body, "value"), property);
        return instance -> property.of(instance) instanceof String text
                && prefix.apply(instance) instanceof String start
                && text.startsWith(start);
    }

    private Predicate<Instance> exists(JsonNode body) {
        Accessor property = property(body);
        return instance -> property.of(instance) != null;
    }

    private Predicate<Instance> contains(JsonNode body, boolean all) {
        Accessor property = property(body);
        if (!property.type().isList()) {
            throw ApiError.badRequest("containsAny, containsAll: " + property.name() + " is no list; use in");
        }
        Set<Object> wanted = new HashSet<>();
        operands.constants(required(body, "values"), property).forEach(value -> wanted.add(Values.canonical(value)));
        return instance -> {
            if (!(property.of(instance) instanceof List<?> list)) {
                return false;
            }
            Set<Object> values = new HashSet<>();
            list.forEach(value -> values.add(Values.canonical(value)));
            return all ? values.containsAll(wanted) : wanted.stream().anyMatch(values::contains);
        };
    }

    private Predicate<Instance> nested(JsonNode body, int depth) {
        JsonNode scope = required(body, "scope");
        if (!scope.isArray() || scope.isEmpty() || scope.size() > GraphLimits.MAX_NESTED_SCOPE) {
            throw ApiError.badRequest("nested: scope must have 1 to " + GraphLimits.MAX_NESTED_SCOPE + " parts");
        }
        Accessor relation = paths.find(scope);
        if (relation.type().value() != ValueType.DIRECT) {
            throw ApiError.badRequest("nested: " + relation.name() + " is no direct relation");
        }
        Predicate<Instance> inner = compile(required(body, "filter"), depth + 1);
        return instance ->
                InstanceSets.targets(relation.of(instance)).stream().anyMatch(target -> matches(target, inner));
    }

    private boolean matches(InstanceId target, Predicate<Instance> filter) {
        Instance node = snapshot.instances().find(InstanceKind.NODE, target);
        return node != null && filter.test(node);
    }

    /** The range of the instance ends at or behind the lower bound and starts at or before the upper one. */
    private Predicate<Instance> overlaps(JsonNode body) {
        return bounds(body, paths.find(required(body, "endProperty")), paths.find(required(body, "startProperty")));
    }

    private Predicate<Instance> hasData(JsonNode references, int depth) {
        if (!references.isArray() || references.isEmpty()) {
            throw ApiError.badRequest("hasData: expected a list of views and containers, got " + references);
        }
        Predicate<Instance> all = instance -> true;
        for (JsonNode reference : references) {
            DefinitionId id = DefinitionId.of(reference);
            all = all.and(
                    reference.path("type").asText().equals("container")
                            ? hasRow(snapshot.container(id))
                            : hasData(snapshot.view(id), depth));
        }
        return all;
    }

    /** Data in every container that the view maps, and what the view's own filter asks for. */
    Predicate<Instance> hasData(View view) {
        return hasData(view, 0);
    }

    private Predicate<Instance> hasData(View view, int depth) {
        Predicate<Instance> all = instance -> true;
        for (Container container : view.mappedContainers()) {
            all = all.and(hasRow(container));
        }
        JsonNode filter = view.filter();
        return filter == null ? all : all.and(compile(filter, depth + 1));
    }

    private static Predicate<Instance> hasRow(Container container) {
        return instance -> instance.row(container) != null;
    }

    private static Predicate<Instance> instanceReferences(JsonNode references) {
        Set<InstanceId> wanted = new HashSet<>();
        references.forEach(reference -> wanted.add(InstanceId.of(reference)));
        return instance -> wanted.contains(instance.id());
    }
}
