package org.cdfgateway.emulator.resource;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.schema.InstanceKey;
import org.jspecify.annotations.Nullable;

/** The items of one resource that are another side of nodes of data modeling. */
public final class NodeItems {

    private final Resource resource;
    private final Field instanceId;
    private final Map<Field, Predicate<Object>> allowed;

    /**
     * @param instanceId where an item names its node
     * @param allowed values of a field that the resource refuses are left out; all are taken of other fields
     */
    NodeItems(Resource resource, Field instanceId, Map<Field, Predicate<Object>> allowed) {
        this.resource = resource;
        this.instanceId = instanceId;
        this.allowed = allowed;
    }

    /** Makes the node's item, or gives the one there is these values. */
    public void put(InstanceKey node, Map<Field, @Nullable Object> values) {
        resource.putOf(node, draft -> {
            draft.set(instanceId, node.text());
            values.forEach((field, value) -> draft.set(field, isAllowed(field, value) ? value : null));
        });
    }

    private boolean isAllowed(Field field, @Nullable Object value) {
        Predicate<Object> rule = allowed.get(field);
        return value == null || rule == null || rule.test(value);
    }

    public void remove(InstanceKey node) {
        resource.removeOf(List.of(node));
    }
}
