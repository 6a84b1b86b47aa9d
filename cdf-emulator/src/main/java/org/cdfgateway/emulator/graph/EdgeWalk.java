package org.cdfgateway.emulator.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.instance.InstanceKind;
import org.cdfgateway.emulator.instance.InstanceState;
import org.cdfgateway.emulator.model.InstanceId;
import org.cdfgateway.emulator.store.SortedSequence;
import org.jspecify.annotations.Nullable;

/**
 * Follows edges from node to node, level by level.
 *
 * @param edge which edges count
 * @param node which nodes may be on their other side
 * @param termination nodes from which it does not go on
 * @param maxDistance levels
 * @param limitEach edges of one node
 */
record EdgeWalk(
        Direction direction,
        Predicate<Instance> edge,
        Predicate<Instance> node,
        Predicate<Instance> termination,
        int maxDistance,
        int limitEach) {

    /** All edges on the way, each once. */
    SortedSequence<Instance> from(Collection<InstanceId> starts, InstanceState state) {
        Set<Instance> found = new LinkedHashSet<>();
        Set<InstanceId> visited = new HashSet<>(starts);
        Collection<InstanceId> level = starts;
        for (int distance = 0; distance < maxDistance && !level.isEmpty(); distance++) {
            Set<InstanceId> next = new LinkedHashSet<>();
            for (InstanceId start : level) {
                for (Instance each : edgesOf(start, state)) {
                    found.add(each);
                    Instance other = otherSide(each, state);
                    if (other != null && !termination.test(other) && visited.add(other.id())) {
                        next.add(other.id());
                    }
                }
            }
            level = next;
        }
        return InstanceSets.inOrder(found);
    }

    private List<Instance> edgesOf(InstanceId start, InstanceState state) {
        List<Instance> edges = new ArrayList<>();
        Predicate<Instance> visitor = each -> {
            Instance other = otherSide(each, state);
            if (edge.test(each) && other != null && node.test(other)) {
                edges.add(each);
            }
            return edges.size() < limitEach;
        };
        if (direction == Direction.OUTWARDS) {
            state.edgesFrom(start, visitor);
        } else {
            state.edgesTo(start, visitor);
        }
        return edges;
    }

    private @Nullable Instance otherSide(Instance each, InstanceState state) {
        InstanceId other = direction == Direction.OUTWARDS ? each.endNode() : each.startNode();
        return other == null ? null : state.find(InstanceKind.NODE, other);
    }
}
