package org.cdfgateway.emulator.graph;

import java.util.function.Function;
import org.cdfgateway.emulator.instance.Instance;
import org.cdfgateway.emulator.model.PropertyType;
import org.jspecify.annotations.Nullable;

/**
 * A property of instances as filters, sorts and aggregates see it.
 *
 * @param name for messages
 */
record Accessor(String name, PropertyType type, Function<Instance, @Nullable Object> getter) {

    @Nullable
    Object of(Instance instance) {
        return getter.apply(instance);
    }
}
