package org.cdfgateway.emulator.datapoint;

import org.cdfgateway.emulator.datapoint.Bucket.Extreme;
import org.jspecify.annotations.Nullable;

/** Counts the points of one bucket, and how long their statuses last. */
final class PointTally {

    private static final int GOOD = 0;
    private static final int UNCERTAIN = 1;
    private static final int BAD = 2;

    private final long[] counts = new long[3];
    private final long[] durations = new long[3];
    private long count;
    private double sum;
    private double reference;
    private double deviations;
    private double squares;
    private @Nullable Extreme min;
    private @Nullable Extreme max;

    /**
     * @param index of the first point at or behind the start
     * @return index of the first point at or behind the end
     */
    int add(PointColumn column, StatusRule statuses, int index, long start, long end) {
        int i = index;
        long since = start;
        for (; i < column.size() && column.timestamp(i) < end; i++) {
            addDuration(column, i, column.timestamp(i) - since);
            since = column.timestamp(i);
            counts[severity(column.status(i))]++;
            if (statuses.counts(column, i)) {
                addPoint(column.timestamp(i), column.number(i), column.status(i));
            }
        }
        if (i < column.size()) {
            addDuration(column, i, end - since);
        }
        return i;
    }

    /** The time before a point has the status of the point before that. */
    private void addDuration(PointColumn column, int index, long time) {
        if (index > 0) {
            durations[severity(column.status(index - 1))] += time;
        }
    }

    private static int severity(int status) {
        return StatusCode.isBad(status) ? BAD : StatusCode.isGood(status) ? GOOD : UNCERTAIN;
    }

    private void addPoint(long timestamp, double value, int status) {
        reference = count == 0 ? value : reference;
        count++;
        sum += value;
        double deviation = value - reference;
        deviations += deviation;
        squares += deviation * deviation;
        if (min == null || value < min.value()) {
            min = new Extreme(timestamp, value, status);
        }
        if (max == null || value > max.value()) {
            max = new Extreme(timestamp, value, status);
        }
    }

    void writeTo(Bucket bucket) {
        if (counts[GOOD] + counts[UNCERTAIN] + counts[BAD] > 0) {
            bucket.setWhole(Aggregate.COUNT_GOOD, counts[GOOD]);
            bucket.setWhole(Aggregate.COUNT_UNCERTAIN, counts[UNCERTAIN]);
            bucket.setWhole(Aggregate.COUNT_BAD, counts[BAD]);
        }
        if (durations[GOOD] + durations[UNCERTAIN] + durations[BAD] > 0) {
            bucket.setWhole(Aggregate.DURATION_GOOD, durations[GOOD]);
            bucket.setWhole(Aggregate.DURATION_UNCERTAIN, durations[UNCERTAIN]);
            bucket.setWhole(Aggregate.DURATION_BAD, durations[BAD]);
        }
        if (min != null && max != null) {
            bucket.setWhole(Aggregate.COUNT, count);
            bucket.set(Aggregate.SUM, sum);
            bucket.set(Aggregate.MIN, min.value());
            bucket.set(Aggregate.MAX, max.value());
            double mean = deviations / count;
            bucket.set(Aggregate.DISCRETE_VARIANCE, Math.max(0, squares / count - mean * mean));
            bucket.setExtremes(min, max);
        }
    }
}
