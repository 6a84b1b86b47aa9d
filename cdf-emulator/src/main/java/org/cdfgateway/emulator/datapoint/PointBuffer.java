package org.cdfgateway.emulator.datapoint;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.cdfgateway.emulator.unit.UnitConversion;
import org.jspecify.annotations.Nullable;

/**
 * Points being gathered, in primitive arrays. Each has a time, a number or a text or neither, and a status. Not for
 * several threads.
 */
final class PointBuffer implements PointContent {

    /** Stands for a numeric point without a value; no double that is sent has these bits. */
    static final double NO_NUMBER = Double.longBitsToDouble(0x7FF8_0000_0000_0C0DL);

    private static final long NO_NUMBER_BITS = Double.doubleToRawLongBits(NO_NUMBER);

    private long[] timestamps;
    private double[] numbers;
    private @Nullable String @Nullable [] texts;
    private int @Nullable [] statuses;
    private int size;

    PointBuffer(int capacity) {
        timestamps = new long[capacity];
        numbers = new double[capacity];
    }

    static boolean isNumber(double value) {
        return Double.doubleToRawLongBits(value) != NO_NUMBER_BITS;
    }

    void add(long timestamp, double number, @Nullable String text, int status) {
        if (size == timestamps.length) {
            grow(Math.max(16, size * 2));
        }
        timestamps[size] = timestamp;
        numbers[size] = number;
        if (text != null) {
            textsForWriting()[size] = text;
        }
        if (status != StatusCode.GOOD) {
            statusesForWriting()[size] = status;
        }
        size++;
    }

    /** Adds points of a column, good ones without texts, at once. */
    void addNumbers(long[] times, double[] values, int from, int until) {
        int count = until - from;
        if (size + count > timestamps.length) {
            grow(size + count);
        }
        System.arraycopy(times, from, timestamps, size, count);
        System.arraycopy(values, from, numbers, size, count);
        size += count;
    }

    private void grow(int capacity) {
        timestamps = Arrays.copyOf(timestamps, capacity);
        numbers = Arrays.copyOf(numbers, capacity);
        if (texts != null) {
            texts = Arrays.copyOf(texts, capacity);
        }
        if (statuses != null) {
            statuses = Arrays.copyOf(statuses, capacity);
        }
    }

    private @Nullable String[] textsForWriting() {
        @Nullable String[] existing = texts;
        if (existing == null) {
            existing = new @Nullable String[timestamps.length];
            texts = existing;
        }
        return existing;
    }

    private int[] statusesForWriting() {
        int[] existing = statuses;
        if (existing == null) {
            existing = new int[timestamps.length];
            statuses = existing;
        }
        return existing;
    }

    @Override
    public int size() {
        return size;
    }

    long timestamp(int index) {
        return timestamps[index];
    }

    /** {@link #NO_NUMBER} when it has none. */
    double number(int index) {
        return numbers[index];
    }

    @Nullable
    String text(int index) {
        return texts == null ? null : texts[index];
    }

    boolean hasTexts() {
        return texts != null;
    }

    int status(int index) {
        return statuses == null ? StatusCode.GOOD : statuses[index];
    }

    boolean isAllGood() {
        return statuses == null;
    }

    @Override
    public PointBuffer converted(UnitConversion conversion) {
        PointBuffer converted = new PointBuffer(size);
        for (int i = 0; i < size; i++) {
            double number = isNumber(numbers[i]) ? conversion.value(numbers[i]) : NO_NUMBER;
            converted.add(timestamps[i], number, text(i), status(i));
        }
        return converted;
    }

    /** The same points in order of time, of several at one time only the last that was added. */
    PointBuffer sorted() {
        if (isSorted()) {
            return this;
        }
        Integer[] order = IntStream.range(0, size).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingLong(index -> timestamps[index]));
        PointBuffer sorted = new PointBuffer(size);
        for (int i = 0; i < order.length; i++) {
            int index = order[i];
            boolean isReplaced = i + 1 < order.length && timestamps[order[i + 1]] == timestamps[index];
            if (!isReplaced) {
                sorted.add(timestamps[index], numbers[index], text(index), status(index));
            }
        }
        return sorted;
    }

    private boolean isSorted() {
        for (int i = 1; i < size; i++) {
            if (timestamps[i] <= timestamps[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
