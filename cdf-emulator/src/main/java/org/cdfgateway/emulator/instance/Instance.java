package org.cdfgateway.emulator.instance;

import java.util.List;
import org.cdfgateway.emulator.model.Container;
import org.cdfgateway.emulator.model.ContainerProperty;
import org.cdfgateway.emulator.model.InstanceId;
import org.jspecify.annotations.Nullable;

/**
 * A node or an edge. Immutable; a change makes another one with the same serial.
 *
 * @param serial order of creation, the same for all versions
 * @param change order of changes over all instances
 * @param deletedTime 0 while it is not deleted
 * @param startNode of edges
 * @param endNode of edges
 */
public record Instance(
        InstanceKind kind,
        InstanceId id,
        long serial,
        long change,
        int version,
        long createdTime,
        long lastUpdatedTime,
        long deletedTime,
        @Nullable InstanceId type,
        @Nullable InstanceId startNode,
        @Nullable InstanceId endNode,
        List<Row> rows) {

    /** The values in a container, null when there are none. */
    public @Nullable Row row(Container container) {
        for (Row row : rows) {
            if (row.isOf(container)) {
                return row;
            }
        }
        return null;
    }

    public @Nullable Object value(Container container, ContainerProperty property) {
        Row row = row(container);
        return row == null ? null : row.value(property);
    }

    public boolean isDeleted() {
        return deletedTime != 0;
    }

    /** Keeps its values, so that those who follow its changes see that it goes. */
    Instance deleted(long time, long order) {
        return new Instance(
                kind, id, serial, order, version + 1, createdTime, time, time, type, startNode, endNode, rows);
    }
}
