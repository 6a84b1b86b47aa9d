package org.cdfgateway.emulator.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.instance.InstanceKind;
import org.cdfgateway.emulator.instance.InstanceState;
import org.cdfgateway.emulator.model.InstanceId;
import org.cdfgateway.emulator.store.SortedSequence;
import org.jspecify.annotations.Nullable;

/** Small sets of instances on the way from one step of a query to the next. */
final class InstanceSets {

    private static final SortedSequence<Instance> EMPTY =
            SortedSequence.empty(Comparator.comparingLong(Instance::serial));

    private InstanceSets() {}

    /** The nodes that a direct relation points to: none, one or a list of them. */
    static List<InstanceId> targets(@Nullable Object relation) {
        if (relation instanceof InstanceId target) {
            return List.of(target);
        }
        List<InstanceId> targets = new ArrayList<>();
        if (relation instanceof List<?> list) {
            list.forEach(target -> targets.add((InstanceId) target));
        }
        return targets;
    }

    static Set<InstanceId> ids(Collection<Instance> instances) {
        Set<InstanceId> ids = new LinkedHashSet<>();
        instances.forEach(instance -> ids.add(instance.id()));
        return ids;
    }

    /** The nodes that exist, each once, in the order of their creation. */
    static SortedSequence<Instance> nodes(Collection<InstanceId> ids, InstanceState state) {
        List<Instance> nodes = new ArrayList<>();
        for (InstanceId id : new LinkedHashSet<>(ids)) {
            Instance node = state.find(InstanceKind.NODE, id);
            if (node != null) {
                nodes.add(node);
            }
        }
        return inOrder(nodes);
    }

    /** @param instances each once */
    static SortedSequence<Instance> inOrder(Collection<Instance> instances) {
        return EMPTY.change(List.of(), instances);
    }
}
