package org.cdfgateway.emulator.query;

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
        PartitionRule partitions) {}
