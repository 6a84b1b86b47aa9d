package org.cdfgateway.emulator.raw;

import java.util.Objects;
import org.cdfgateway.emulator.store.PackedValues;

/** One row of a RAW table. Immutable. */
final class RawRow extends PackedValues {

    private static final int KEY = 0;
    private static final int COLUMNS = 1;

    private final long hash;
    private final long lastUpdatedTime;

    private RawRow(String key, String columns, long lastUpdatedTime) {
        super(key, columns);
        this.hash = KeyHash.of(key);
        this.lastUpdatedTime = lastUpdatedTime;
    }

    static RawRow of(String key, String columns, long lastUpdatedTime) {
        return new RawRow(key, columns, lastUpdatedTime);
    }

    String key() {
        return text(KEY);
    }

    /** Of the key; orders rows so that nobody can lean on an order. */
    long hash() {
        return hash;
    }

    /** A JSON object, as it was received. */
    String columns() {
        return text(COLUMNS);
    }

    long lastUpdatedTime() {
        return lastUpdatedTime;
    }

    private String text(int slot) {
        return (String) Objects.requireNonNull(value(slot));
    }
}
