package org.cdfgateway.emulator.sequence;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.cdfgateway.emulator.schema.Column;
import org.jspecify.annotations.Nullable;

/** The rows of all sequences by number; a row keeps its values under the keys of the columns. For any number of threads. */
public final class SequenceRows {

    private static final NavigableMap<Long, Row> NONE = Collections.unmodifiableNavigableMap(new TreeMap<>());

    private final Map<Long, ConcurrentNavigableMap<Long, Row>> bySequence = new ConcurrentHashMap<>();

    /** Immutable. */
    public static final class Row {
        private final @Nullable Object[] values;

        /** @param values by key of the column, owned by the row from now on; shorter when the last columns have none */
        public Row(@Nullable Object... values) {
            this.values = values;
        }

        @Nullable
        Object valueOf(Column column) {
            return column.key() < values.length ? values[column.key()] : null;
        }

        /** This row with the values of another where that one says something. */
        Row under(Row newer, BitSet named) {
            int length = Math.max(values.length, newer.values.length);
            @Nullable Object[] all = new @Nullable Object[length];
            for (int key = 0; key < length; key++) {
                Row source = named.get(key) ? newer : this;
                all[key] = key < source.values.length ? source.values[key] : null;
            }
            return new Row(all);
        }
    }

    /** The rows of a sequence in their order, which follow later changes. */
    NavigableMap<Long, Row> of(long sequenceId) {
        NavigableMap<Long, Row> rows = bySequence.get(sequenceId);
        return rows == null ? NONE : rows;
    }

    /**
     * Inserts rows; those that are there keep the columns that are not named.
     *
     * @param named by key, the columns that the rows have values or nulls for
     */
    public void put(long sequenceId, Map<Long, Row> rows, BitSet named) {
        ConcurrentNavigableMap<Long, Row> all =
                bySequence.computeIfAbsent(sequenceId, unused -> new ConcurrentSkipListMap<>());
        rows.forEach((number, row) -> all.merge(number, row, (before, newer) -> before.under(newer, named)));
    }

    void delete(long sequenceId, Collection<Long> numbers) {
        NavigableMap<Long, Row> rows = bySequence.get(sequenceId);
        if (rows != null) {
            numbers.forEach(rows::remove);
        }
    }

    public void deleteSequences(Collection<Long> ids) {
        ids.forEach(bySequence::remove);
    }
}
