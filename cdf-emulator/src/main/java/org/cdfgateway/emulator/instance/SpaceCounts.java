package org.cdfgateway.emulator.instance;

/** How many instances there are, in one space or in all. */
public record SpaceCounts(long nodes, long edges, long softDeletedNodes, long softDeletedEdges) {

    public static final SpaceCounts NONE = new SpaceCounts(0, 0, 0, 0);

    /** @param by 1 for one more, -1 for one less */
    SpaceCounts with(Instance instance, int by) {
        boolean isNode = instance.kind() == InstanceKind.NODE;
        boolean isDeleted = instance.isDeleted();
        return new SpaceCounts(
                nodes + (isNode && !isDeleted ? by : 0),
                edges + (!isNode && !isDeleted ? by : 0),
                softDeletedNodes + (isNode && isDeleted ? by : 0),
                softDeletedEdges + (!isNode && isDeleted ? by : 0));
    }

    public SpaceCounts plus(SpaceCounts other) {
        return new SpaceCounts(
                nodes + other.nodes,
                edges + other.edges,
                softDeletedNodes + other.softDeletedNodes,
                softDeletedEdges + other.softDeletedEdges);
    }

    public long instances() {
        return nodes + edges;
    }

    public long softDeletedInstances() {
        return softDeletedNodes + softDeletedEdges;
    }
}
