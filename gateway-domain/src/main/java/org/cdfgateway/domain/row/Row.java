package org.cdfgateway.domain.row;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row, by column position. Which columns they are is the business of whoever hands the row over. The
 * Java type of each value is the one its {@link org.cdfgateway.domain.table.ColumnType} names. Immutable.
 */
public final class Row {
    private final @Nullable Object[] values;

    private Row(@Nullable Object[] values) {
        this.values = values;
    }

    /** Takes over the array: the caller must not change it afterwards. */
    public static Row owning(@Nullable Object... values) {
        return new Row(values);
    }

    public int size() {
        return values.length;
    }

    public @Nullable Object value(int position) {
        return values[position];
    }

    public List<@Nullable Object> values() {
        return java.util.Collections.unmodifiableList(Arrays.asList(values));
    }

    /** The same row with another value at one position. */
    public Row with(int position, @Nullable Object value) {
        @Nullable Object[] changed = values.clone();
        changed[position] = value;
        return new Row(changed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
