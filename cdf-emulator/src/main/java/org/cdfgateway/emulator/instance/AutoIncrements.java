package org.cdfgateway.emulator.instance;

import java.util.HashMap;
import java.util.Map;
import org.cdfgateway.emulator.model.Container;
import org.cdfgateway.emulator.model.ContainerProperty;
import org.cdfgateway.emulator.model.ValueType;

/** The highest values of properties that count by themselves. For one writer. */
final class AutoIncrements {

    private record Key(long containerSerial, int slot) {}

    private final Map<Key, Long> highest = new HashMap<>();

    /** One more than any value so far, in the type of the property. */
    Object next(Container container, ContainerProperty property) {
        long next = highest.merge(key(container, property), 1L, Long::sum);
        return property.type().value() == ValueType.INT32 ? (Object) Math.toIntExact(next) : (Object) next;
    }

    /** Takes note of a value that somebody chose. */
    void seen(Container container, ContainerProperty property, Object value) {
        highest.merge(key(container, property), ((Number) value).longValue(), Math::max);
    }

    private static Key key(Container container, ContainerProperty property) {
        return new Key(container.serial(), property.slot());
    }
}
