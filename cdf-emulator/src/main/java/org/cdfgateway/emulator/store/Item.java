package org.cdfgateway.emulator.store;

import org.jspecify.annotations.Nullable;

/**
 * One stored object of a classic resource: what every one has, and the values of its resource's fields by slot.
 * Immutable; a change makes a new item with the same id.
 */
public final class Item {

    private final long id;
    private final long createdTime;
    private final long lastUpdatedTime;
    private final @Nullable Object[] values;

    /** @param values owned by the item from now on */
    public Item(long id, long createdTime, long lastUpdatedTime, @Nullable Object[] values) {
        this.id = id;
        this.createdTime = createdTime;
        this.lastUpdatedTime = lastUpdatedTime;
        this.values = values;
    }

    public long id() {
        return id;
    }

    public long createdTime() {
        return createdTime;
    }

    public long lastUpdatedTime() {
        return lastUpdatedTime;
    }

    /** The value of a slot, null when unset. */
    public @Nullable Object value(int slot) {
        return values[slot];
    }

    /** A copy of all values. */
    public @Nullable Object[] copyValues() {
        return values.clone();
    }
}
