package org.cdfgateway.emulator.sequence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cdfgateway.emulator.schema.Column;
import org.cdfgateway.emulator.store.PackedValues;
import org.cdfgateway.emulator.store.SortedSequence;
import org.jspecify.annotations.Nullable;

/** The rows of all sequences by number; a row keeps its values under the keys of the columns. For any number of threads. */
public final class SequenceRows {

    private static final SortedSequence<Row> NONE = SortedSequence.empty(Comparator.comparingLong(Row::number));

    private final Map<Long, SortedSequence<Row>> bySequence = new ConcurrentHashMap<>();

    /** Immutable. */
    public static final class Row extends PackedValues {
        private final long number;

        /** @param values by key of the column, not kept; shorter when the last columns have none */
        public Row(long number, @Nullable Object... values) {
            super(values);
            this.number = number;
        }

        long number() {
            return number;
        }

        @Nullable
        Object valueOf(Column column) {
            return value(column.key());
        }

        /** This row with the values of another where that one says something. */
        Row under(Row newer, BitSet named) {
            @Nullable Object[] mine = copyValues();
            @Nullable Object[] others = newer.copyValues();
            @Nullable Object[] all = mine.length < others.length ? copyValues(others.length) : mine;
            named.stream().filter(key -> key < all.length).forEach(key -> all[key] = newer.value(key));
            return new Row(number, all);
        }
    }

    /** The rows of a sequence in their order, as they are now. */
    SortedSequence<Row> of(long sequenceId) {
        return bySequence.getOrDefault(sequenceId, NONE);
    }

    /**
     * Inserts rows; those that are there keep the columns that are not named.
     *
     * @param named by key, the columns that the rows have values or nulls for
     */
    public void put(long sequenceId, Collection<Row> rows, BitSet named) {
        bySequence.compute(sequenceId, (id, before) -> changed(before == null ? NONE : before, rows, named));
    }

    private static SortedSequence<Row> changed(SortedSequence<Row> before, Collection<Row> rows, BitSet named) {
        Map<Long, Row> removed = new LinkedHashMap<>();
        Map<Long, Row> added = new LinkedHashMap<>();
        for (Row row : rows) {
            Row earlier = before.find(one -> Long.compare(one.number(), row.number()));
            if (earlier != null) {
                removed.put(row.number(), earlier);
            }
            Row base = added.getOrDefault(row.number(), earlier);
            added.put(row.number(), base == null ? row : base.under(row, named));
        }
        return before.change(removed.values(), added.values());
    }

    /** Numbers without a row are ignored. */
    void delete(long sequenceId, Collection<Long> numbers) {
        bySequence.computeIfPresent(sequenceId, (id, before) -> {
            List<Row> removed = new ArrayList<>();
            for (long number : numbers) {
                Row row = before.find(one -> Long.compare(one.number(), number));
                if (row != null) {
                    removed.add(row);
                }
            }
            return before.change(removed, List.of());
        });
    }

    public void deleteSequences(Collection<Long> ids) {
        ids.forEach(bySequence::remove);
    }
}
