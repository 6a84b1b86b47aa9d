package org.cdfgateway.emulator.store;

import org.jspecify.annotations.Nullable;

/**
 * One stored object of a classic resource: what every one has, and the values of its resource's fields by slot.
 * Immutable; a change makes a new item with the same id.
 */
public final class Item extends PackedValues {

    private final long id;
    private final long createdTime;
    private final long lastUpdatedTime;

    /** @param values not kept */
    public Item(long id, long createdTime, long lastUpdatedTime, @Nullable Object[] values) {
        super(values);
        this.id = id;
        this.createdTime = createdTime;
        this.lastUpdatedTime = lastUpdatedTime;
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
}
