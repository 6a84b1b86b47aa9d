package org.cdfgateway.emulator.instance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.cdfgateway.emulator.model.InstanceId;
import org.cdfgateway.emulator.store.SortedSequence;
import org.jspecify.annotations.Nullable;

/** All instances at one moment, in the orders they are asked for. Immutable. */
public final class InstanceState {

    private static final InstanceId NOWHERE = new InstanceId("", "");
    private static final Comparator<Instance> BY_SERIAL = Comparator.comparingLong(Instance::serial);
    private static final Comparator<Instance> BY_ID = Comparator.comparing(Instance::id);
    private static final Comparator<Instance> BY_CHANGE = Comparator.comparingLong(Instance::change);
    private static final Comparator<Instance> BY_START = Comparator.<Instance, InstanceId>comparing(
                    edge -> orNowhere(edge.startNode()))
            .thenComparing(BY_SERIAL);
    private static final Comparator<Instance> BY_END = Comparator.<Instance, InstanceId>comparing(
                    edge -> orNowhere(edge.endNode()))
            .thenComparing(BY_SERIAL);

    static final InstanceState EMPTY = new InstanceState(
            Living.empty(),
            Living.empty(),
            SortedSequence.empty(BY_START),
            SortedSequence.empty(BY_END),
            SortedSequence.empty(BY_CHANGE),
            Map.of(),
            0);

    /** The instances of one kind that are not deleted. */
    private record Living(SortedSequence<Instance> bySerial, SortedSequence<Instance> byId) {

        static Living empty() {
            return new Living(SortedSequence.empty(BY_SERIAL), SortedSequence.empty(BY_ID));
        }

        Living change(Collection<Instance> removed, Collection<Instance> added) {
            return new Living(bySerial.change(removed, added), byId.change(removed, added));
        }
    }

    private final Living nodes;
    private final Living edges;
    private final SortedSequence<Instance> edgesByStart;
    private final SortedSequence<Instance> edgesByEnd;
    private final SortedSequence<Instance> byChange;
    private final Map<String, SpaceCounts> counts;
    private final long lastChange;

    private InstanceState(
            Living nodes,
            Living edges,
            SortedSequence<Instance> edgesByStart,
            SortedSequence<Instance> edgesByEnd,
            SortedSequence<Instance> byChange,
            Map<String, SpaceCounts> counts,
            long lastChange) {
        this.nodes = nodes;
        this.edges = edges;
        this.edgesByStart = edgesByStart;
        this.edgesByEnd = edgesByEnd;
        this.byChange = byChange;
        this.counts = counts;
        this.lastChange = lastChange;
    }

    private static InstanceId orNowhere(@Nullable InstanceId id) {
        return id == null ? NOWHERE : id;
    }

    /**
     * @param removed what is no longer as it was, also soft-deleted instances
     * @param added what is there instead
     */
    InstanceState change(Collection<Instance> removed, Collection<Instance> added) {
        List<Instance> goneNodes = living(removed, InstanceKind.NODE);
        List<Instance> newNodes = living(added, InstanceKind.NODE);
        List<Instance> goneEdges = living(removed, InstanceKind.EDGE);
        List<Instance> newEdges = living(added, InstanceKind.EDGE);
        Map<String, SpaceCounts> changed = new HashMap<>(counts);
        removed.forEach(instance -> count(changed, instance, -1));
        added.forEach(instance -> count(changed, instance, 1));
        return new InstanceState(
                nodes.change(goneNodes, newNodes),
                edges.change(goneEdges, newEdges),
                edgesByStart.change(goneEdges, newEdges),
                edgesByEnd.change(goneEdges, newEdges),
                byChange.change(removed, added),
                changed,
                added.stream().mapToLong(Instance::change).reduce(lastChange, Math::max));
    }

    private static List<Instance> living(Collection<Instance> instances, InstanceKind kind) {
        List<Instance> living = new ArrayList<>();
        for (Instance instance : instances) {
            if (instance.kind() == kind && !instance.isDeleted()) {
                living.add(instance);
            }
        }
        return living;
    }

    private static void count(Map<String, SpaceCounts> counts, Instance instance, int by) {
        counts.merge(instance.id().space(), SpaceCounts.NONE.with(instance, by), SpaceCounts::plus);
    }

    private Living living(InstanceKind kind) {
        return kind == InstanceKind.NODE ? nodes : edges;
    }

    /** In the order of their creation. */
    public SortedSequence<Instance> all(InstanceKind kind) {
        return living(kind).bySerial();
    }

    /** In the order of their last change, with the soft-deleted ones. */
    public SortedSequence<Instance> changes() {
        return byChange;
    }

    /** Number of the last change, 0 before the first one. */
    public long lastChange() {
        return lastChange;
    }

    public @Nullable Instance find(InstanceKind kind, InstanceId id) {
        return living(kind).byId().find(instance -> instance.id().compareTo(id));
    }

    /** Visits the edges that start at a node, in the order of their creation, until the visitor says false. */
    public void edgesFrom(InstanceId node, Predicate<Instance> visitor) {
        visit(edgesByStart, node, Instance::startNode, visitor);
    }

    /** Visits the edges that end at a node, in the order of their creation, until the visitor says false. */
    public void edgesTo(InstanceId node, Predicate<Instance> visitor) {
        visit(edgesByEnd, node, Instance::endNode, visitor);
    }

    private static void visit(
            SortedSequence<Instance> edges,
            InstanceId node,
            Function<Instance, @Nullable InstanceId> side,
            Predicate<Instance> visitor) {
        edges.forEachBehind(
                edge -> {
                    int difference = orNowhere(side.apply(edge)).compareTo(node);
                    return difference == 0 ? 1 : difference;
                },
                edge -> node.equals(side.apply(edge)) && visitor.test(edge));
    }

    public SpaceCounts counts(String space) {
        return counts.getOrDefault(space, SpaceCounts.NONE);
    }

    public SpaceCounts counts() {
        return counts.values().stream().reduce(SpaceCounts.NONE, SpaceCounts::plus);
    }
}
