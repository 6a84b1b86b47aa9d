package org.cdfgateway.emulator.raw;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.cdfgateway.emulator.store.SortedSequence;
import org.jspecify.annotations.Nullable;

/** The rows of one table in order of their hashes. Readers take no lock; writers wait for each other. */
final class RawTable {

    private static final Comparator<RawRow> ORDER =
            Comparator.comparingLong(RawRow::hash).thenComparing(RawRow::key);

    private final String name;
    private final long createdTime;
    private volatile SortedSequence<RawRow> rows = SortedSequence.empty(ORDER);

    RawTable(String name, long createdTime) {
        this.name = name;
        this.createdTime = createdTime;
    }

    String name() {
        return name;
    }

    long createdTime() {
        return createdTime;
    }

    SortedSequence<RawRow> rows() {
        return rows;
    }

    @Nullable
    RawRow find(String key) {
        return rows.find(at(KeyHash.of(key), key));
    }

    /** Compares rows with the place of a key. */
    static ToIntFunction<RawRow> at(long hash, String key) {
        return row -> {
            int byHash = Long.compare(row.hash(), hash);
            return byHash != 0 ? byHash : row.key().compareTo(key);
        };
    }

    /** Stores rows; of several with one key the last counts, and one that changes nothing keeps its time. */
    synchronized void put(Collection<RawRow> added) {
        Map<String, RawRow> last = new LinkedHashMap<>();
        added.forEach(row -> last.put(row.key(), row));
        List<RawRow> replaced = new ArrayList<>();
        List<RawRow> changed = new ArrayList<>();
        for (RawRow row : last.values()) {
            RawRow before = rows.find(at(row.hash(), row.key()));
            if (before == null || !before.columns().equals(row.columns())) {
                changed.add(row);
                if (before != null) {
                    replaced.add(before);
                }
            }
        }
        rows = rows.change(replaced, changed);
    }

    /** Unknown keys are ignored. */
    synchronized void remove(Collection<String> keys) {
        Map<String, RawRow> found = new LinkedHashMap<>();
        for (String key : keys) {
            RawRow row = find(key);
            if (row != null) {
                found.put(key, row);
            }
        }
        rows = rows.change(found.values(), List.of());
    }
}
