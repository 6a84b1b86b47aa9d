package org.cdfgateway.emulator.datapoint;

import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Points at equal distances whose values are computed when they are read, so that they need no memory. */
final class ComputedPoints implements PointColumn {

    private final long start;
    private final long step;
    private final int size;
    private final IntToDoubleFunction numbers;
    private final IntFunction<@Nullable String> texts;

    private ComputedPoints(
            long start, long step, int size, IntToDoubleFunction numbers, IntFunction<@Nullable String> texts) {
        this.start = start;
        this.step = step;
        this.size = size;
        this.numbers = numbers;
        this.texts = texts;
    }

    static ComputedPoints numbers(long start, long step, int size, IntToDoubleFunction values) {
        return new ComputedPoints(start, step, size, values, index -> null);
    }

    static ComputedPoints texts(long start, long step, int size, IntFunction<@Nullable String> values) {
        return new ComputedPoints(start, step, size, index -> PointBuffer.NO_NUMBER, values);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long timestamp(int index) {
        return start + index * step;
    }

    @Override
    public double number(int index) {
        return numbers.applyAsDouble(index);
    }

    @Override
    public @Nullable String text(int index) {
        return texts.apply(index);
    }

    @Override
    public int status(int index) {
        return StatusCode.GOOD;
    }

    @Override
    public boolean isAllGood() {
        return true;
    }
}
