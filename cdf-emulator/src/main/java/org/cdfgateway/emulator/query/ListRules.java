package org.cdfgateway.emulator.query;

import java.util.function.Predicate;
import org.cdfgateway.emulator.store.Item;
import org.jspecify.annotations.Nullable;

/**
 * What the lists of one resource understand.
 *
 * @param leaves of {@code advancedFilter}; null where there is none
 * @param sortable null where lists cannot be sorted
 * @param aggregates null where there is nothing but a count
 */
public record ListRules(
        StrictFilter filter,
        @Nullable FilterLeaves leaves,
        @Nullable Properties sortable,
        PartitionRule partitions,
        @Nullable AggregateRules aggregates) {

    public ListRules(
            StrictFilter filter,
            @Nullable FilterLeaves leaves,
            @Nullable Properties sortable,
            PartitionRule partitions) {
        this(filter, leaves, sortable, partitions, null);
    }

    /** The same with more aggregates than a count. */
    public ListRules aggregatedBy(AggregateRules rules) {
        return new ListRules(filter, leaves, sortable, partitions, rules);
    }

    /** The same for a part of the items only; the others are as if they did not exist. */
    public ListRules within(Predicate<Item> part) {
        return new ListRules(filter.within(part), leaves, sortable, partitions, aggregates);
    }
}
