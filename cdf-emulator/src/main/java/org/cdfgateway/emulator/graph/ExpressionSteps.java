package org.cdfgateway.emulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.instance.InstanceKind;
import org.cdfgateway.emulator.model.InstanceId;
import org.cdfgateway.emulator.model.ValueType;
import org.cdfgateway.emulator.store.SortedSequence;
import org.jspecify.annotations.Nullable;

/** Where the instances of a {@code nodes} or {@code edges} expression come from, before they are filtered and paged. */
final class ExpressionSteps {

    private final Snapshot snapshot;
    private final PropertyPaths paths;
    private final FilterCompiler filters;

    ExpressionSteps(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.paths = new PropertyPaths(snapshot);
        this.filters = new FilterCompiler(snapshot);
    }

    /** @param from what the expression chains from, null when it begins anywhere */
    SortedSequence<Instance> nodes(JsonNode nodes, @Nullable ResultSet from) {
        if (from == null) {
            return snapshot.instances().all(InstanceKind.NODE);
        }
        JsonNode through = nodes.path("through");
        List<InstanceId> starts = from.nodes(ChainTo.of(nodes.path("chainTo")));
        if (through.isMissingNode() || through.isNull()) {
            if (from.kind() == InstanceKind.NODE) {
                throw ApiError.badRequest(
                        "Nodes can be chained from nodes only with through, which names a direct" + " relation");
            }
            return InstanceSets.nodes(starts, snapshot.instances());
        }
        Accessor relation = relation(through);
        // From edges, the relation may be one of theirs.
        return Direction.of(nodes.path("direction"), Direction.INWARDS) == Direction.INWARDS
                ? pointingTo(starts, relation)
                : pointedToBy(from.instances(), relation);
    }

    private Accessor relation(JsonNode through) {
        JsonNode source = through.has("source") ? through.path("source") : through.path("view");
        Accessor relation = paths.find(source, through.path("identifier").asText());
        if (relation.type().value() != ValueType.DIRECT) {
            throw ApiError.badRequest("through: " + relation.name() + " is no direct relation");
        }
        return relation;
    }

    private SortedSequence<Instance> pointingTo(List<InstanceId> targets, Accessor relation) {
        Set<InstanceId> wanted = Set.copyOf(targets);
        List<Instance> found = new ArrayList<>();
        snapshot.instances().all(InstanceKind.NODE).forEach(node -> {
            if (InstanceSets.targets(relation.of(node)).stream().anyMatch(wanted::contains)) {
                found.add(node);
            }
            return true;
        });
        return InstanceSets.inOrder(found);
    }

    private SortedSequence<Instance> pointedToBy(List<Instance> instances, Accessor relation) {
        Set<InstanceId> targets = new LinkedHashSet<>();
        instances.forEach(instance -> targets.addAll(InstanceSets.targets(relation.of(instance))));
        return InstanceSets.nodes(targets, snapshot.instances());
    }

    /** @param from what the expression chains from, null when it begins anywhere */
    SortedSequence<Instance> edges(JsonNode edges, @Nullable ResultSet from) {
        int limitEach = number(edges, "limitEach", Integer.MAX_VALUE, GraphLimits.MAX_EDGES_OF_EACH);
        int maxDistance = number(edges, "maxDistance", Integer.MAX_VALUE, Integer.MAX_VALUE);
        if (edges.has("limitEach") && (from == null || maxDistance != 1)) {
            throw ApiError.badRequest("limitEach needs from, and maxDistance 1");
        }
        if (from == null) {
            return snapshot.instances().all(InstanceKind.EDGE);
        }
        JsonNode termination = edges.path("terminationFilter");
        EdgeWalk walk = new EdgeWalk(
                Direction.of(edges.path("direction"), Direction.OUTWARDS),
                snapshot.readable().and(filters.compile(edges.path("filter"))),
                filters.compile(edges.path("nodeFilter")),
                termination.isObject() ? filters.compile(termination) : node -> false,
                maxDistance,
                limitEach);
        return walk.from(from.nodes(ChainTo.of(edges.path("chainTo"))), snapshot.instances());
    }

    /** What instances of the expression must fit, wherever they come from. */
    Predicate<Instance> matching(JsonNode nodesOrEdges) {
        return snapshot.readable().and(filters.compile(nodesOrEdges.path("filter")));
    }

    InstanceOrder order(JsonNode sort) {
        return InstanceOrder.parse(sort, paths);
    }

    private static int number(JsonNode edges, String name, int absent, int max) {
        JsonNode number = edges.path(name);
        if (number.isMissingNode() || number.isNull()) {
            return absent;
        }
        if (!number.isIntegralNumber() || number.longValue() < 1 || number.longValue() > max) {
            throw ApiError.badRequest(name + " must be between 1 and " + max + ", got " + number);
        }
        return number.intValue();
    }
}
