package org.cdfgateway.emulator.datapoint;

import org.jspecify.annotations.Nullable;

/** The points of one series in order of time, at most one at a time. What a reader holds does not change. */
interface PointColumn {

    int size();

    long timestamp(int index);

    /** {@link PointBuffer#NO_NUMBER} when it has none. */
    double number(int index);

    @Nullable
    String text(int index);

    int status(int index);

    /** Whether no status needs to be looked at. */
    boolean isAllGood();

    /** Copies points into a buffer. */
    default void copy(int from, int until, PointBuffer target) {
        for (int i = from; i < until; i++) {
            target.add(timestamp(i), number(i), text(i), status(i));
        }
    }

    /** Index of the first point at or behind a time; the size when there is none. */
    default int firstAt(long time) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timestamp(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
