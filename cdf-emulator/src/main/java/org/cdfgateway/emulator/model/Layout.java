package org.cdfgateway.emulator.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Slots of a container's properties. A property keeps its slot as long as it exists; slots are not used again, so that a
 * removed property that is added again starts without values.
 *
 * @param size slots ever used
 */
record Layout(Map<String, Integer> slots, int size) {

    static final Layout EMPTY = new Layout(Map.of(), 0);

    Layout {
        slots = Map.copyOf(slots);
    }

    Layout with(Set<String> properties) {
        Map<String, Integer> next = new HashMap<>();
        int used = size;
        for (String property : properties) {
            Integer slot = slots.get(property);
            next.put(property, slot == null ? used++ : slot);
        }
        return new Layout(next, used);
    }
}
