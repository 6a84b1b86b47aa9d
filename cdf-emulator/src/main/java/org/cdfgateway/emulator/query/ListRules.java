package org.cdfgateway.emulator.query;

import java.util.function.Predicate;
import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

/**
 * What the lists of one resource understand.
 *
 * @param leaves of {@code advancedFilter}; null where there is none
 * @param sortable null where lists cannot be sorted
 */
public record ListRules(
        StrictFilter filter,
        @Nullable FilterLeaves leaves,
        @Nullable Properties sortable,
        PartitionRule partitions) {

    /** The same for a part of the items only; the others are as if they did not exist. */
    public ListRules within(Predicate<Item> part) {
        return new ListRules(filter.within(part), leaves, sortable, partitions);
    }
}
