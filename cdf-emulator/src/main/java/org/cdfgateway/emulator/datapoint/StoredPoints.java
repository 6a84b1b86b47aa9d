package org.cdfgateway.emulator.datapoint;

import java.util.Arrays;
import org.cdfgateway.emulator.store.TextColumn;
import org.jspecify.annotations.Nullable;

/**
 * Points in primitive arrays. Immutable for readers: appending writes behind the end that older columns know of,
 * everything else copies. Made from one another by one writer at a time, always from the newest.
 */
final class StoredPoints implements PointColumn {

    static final StoredPoints EMPTY = new StoredPoints(0, new long[0], new double[0], null, null);

    private final int size;
    private final long[] timestamps;
    private final double[] numbers;
    private final @Nullable TextColumn texts;
    private final int @Nullable [] statuses;

    private StoredPoints(
            int size, long[] timestamps, double[] numbers, @Nullable TextColumn texts, int @Nullable [] statuses) {
        this.size = size;
        this.timestamps = timestamps;
        this.numbers = numbers;
        this.texts = texts;
        this.statuses = statuses;
    }

    static StoredPoints copyOf(PointColumn column) {
        if (column instanceof StoredPoints stored) {
            return stored;
        }
        PointBuffer buffer = new PointBuffer(column.size());
        column.copy(0, column.size(), buffer);
        return EMPTY.with(buffer);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long timestamp(int index) {
        return timestamps[index];
    }

    @Override
    public double number(int index) {
        return numbers[index];
    }

    @Override
    public @Nullable String text(int index) {
        return texts == null ? null : texts.text(index);
    }

    @Override
    public int status(int index) {
        return statuses == null ? StatusCode.GOOD : statuses[index];
    }

    @Override
    public boolean isAllGood() {
        return statuses == null;
    }

    @Override
    public void copy(int from, int until, PointBuffer target) {
        if (texts == null && statuses == null) {
            target.addNumbers(timestamps, numbers, from, until);
        } else {
            PointColumn.super.copy(from, until, target);
        }
    }

    /** With these points added, replacing those at the same times. */
    StoredPoints with(PointBuffer added) {
        PointBuffer points = added.sorted();
        if (points.size() == 0) {
            return this;
        }
        return size == 0 || points.timestamp(0) > timestamps[size - 1] ? appended(points) : merged(points);
    }

    private StoredPoints appended(PointBuffer points) {
        int total = size + points.size();
        int capacity = total <= timestamps.length ? timestamps.length : Math.max(total, size + size / 4);
        boolean fits = capacity == timestamps.length;
        long[] times = fits ? timestamps : Arrays.copyOf(timestamps, capacity);
        double[] values = fits ? numbers : Arrays.copyOf(numbers, capacity);
        int @Nullable [] codes = fits || statuses == null ? statuses : Arrays.copyOf(statuses, capacity);
        for (int i = 0; i < points.size(); i++) {
            times[size + i] = points.timestamp(i);
            values[size + i] = points.number(i);
            if (points.status(i) != StatusCode.GOOD) {
                codes = codes == null ? new int[capacity] : codes;
                codes[size + i] = points.status(i);
            }
        }
        return new StoredPoints(total, times, values, withTexts(points), codes);
    }

    /** Null as long as no point has a text. */
    private @Nullable TextColumn withTexts(PointBuffer points) {
        if (texts == null && !points.hasTexts()) {
            return null;
        }
        return (texts == null ? TextColumn.EMPTY : texts).with(size, points.size(), points::text);
    }

    private StoredPoints merged(PointBuffer points) {
        PointBuffer all = new PointBuffer(size + points.size());
        int mine = 0;
        for (int i = 0; i < points.size(); i++) {
            int until = firstAt(points.timestamp(i));
            copy(mine, Math.max(mine, until), all);
            boolean isReplaced = until < size && timestamps[until] == points.timestamp(i);
            mine = isReplaced ? until + 1 : until;
            all.add(points.timestamp(i), points.number(i), points.text(i), points.status(i));
        }
        copy(mine, size, all);
        return EMPTY.appended(all);
    }

    /** Without the points from a time up to another, that one excluded. */
    StoredPoints without(long from, long until) {
        int first = firstAt(from);
        int last = Math.max(first, firstAt(until));
        if (first == last) {
            return this;
        }
        PointBuffer kept = new PointBuffer(size - (last - first));
        copy(0, first, kept);
        copy(last, size, kept);
        return EMPTY.appended(kept);
    }
}
