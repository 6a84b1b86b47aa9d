package org.cdfgateway.emulator.graph;

import java.util.List;
import java.util.Objects;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.instance.InstanceKind;
import org.cdfgateway.emulator.model.InstanceId;
import org.jspecify.annotations.Nullable;

/**
 * What one expression of a query found.
 *
 * @param direction in which its edges were followed; of no meaning for nodes
 */
record ResultSet(
        InstanceKind kind,
        Direction direction,
        List<Instance> instances,
        @Nullable String nextCursor) {

    /** The nodes of a set of nodes, or those on one side of a set of edges. */
    List<InstanceId> nodes(ChainTo side) {
        if (kind == InstanceKind.NODE) {
            return List.copyOf(InstanceSets.ids(instances));
        }
        boolean atStart = (side == ChainTo.SOURCE) == (direction == Direction.OUTWARDS);
        return instances.stream()
                .map(edge -> atStart ? edge.startNode() : edge.endNode())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
