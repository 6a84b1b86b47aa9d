package org.cdfgateway.emulator.raw;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One RAW database: a name and tables. */
final class RawDatabase {

    /** Lists are neither by name nor by age. */
    static final Comparator<String> NAME_ORDER =
            Comparator.comparingLong(KeyHash::of).thenComparing(Comparator.naturalOrder());

    private final String name;
    private final long createdTime;
    private final Map<String, RawTable> tables = new ConcurrentHashMap<>();

    RawDatabase(String name, long createdTime) {
        this.name = name;
        this.createdTime = createdTime;
    }

    String name() {
        return name;
    }

    long createdTime() {
        return createdTime;
    }

    Map<String, RawTable> tables() {
        return tables;
    }
}
