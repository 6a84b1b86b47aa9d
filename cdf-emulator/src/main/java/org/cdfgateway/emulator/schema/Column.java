package org.cdfgateway.emulator.schema;

import org.cdfgateway.emulator.store.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * A column of a sequence.
 *
 * @param key number within its sequence, never used again; rows keep their values under it
 * @param createdTime {@link #NEW} until the request that makes it is through
 */
public record Column(
        int key,
        String externalId,
        @Nullable String name,
        @Nullable String description,
        ColumnValue valueType,
        @Nullable Metadata metadata,
        long createdTime,
        long lastUpdatedTime) {

    /** A time that is yet to be set. */
    static final long NEW = -1;

    Column withExternalId(String value) {
        return new Column(key, value, name, description, valueType, metadata, createdTime, NEW);
    }

    Column withName(@Nullable String value) {
        return new Column(key, externalId, value, description, valueType, metadata, createdTime, NEW);
    }

    Column withDescription(@Nullable String value) {
        return new Column(key, externalId, name, value, valueType, metadata, createdTime, NEW);
    }

    Column withMetadata(Metadata value) {
        return new Column(key, externalId, name, description, valueType, value, createdTime, NEW);
    }

    Column at(long now) {
        return lastUpdatedTime != NEW
                ? this
                : new Column(
                        key,
                        externalId,
                        name,
                        description,
                        valueType,
                        metadata,
                        createdTime == NEW ? now : createdTime,
                        now);
    }
}
