package org.cdfgateway.emulator.resource;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.emulator.store.Item;

/** The ids that a change takes away. */
final class DeletedIds {

    private DeletedIds() {}

    /** @param added also the new states of removed items, which are not deleted then */
    static List<Long> of(Collection<Item> removed, Collection<Item> added) {
        Set<Long> deleted = new HashSet<>();
        removed.forEach(item -> deleted.add(item.id()));
        added.forEach(item -> deleted.remove(item.id()));
        return List.copyOf(deleted);
    }
}
