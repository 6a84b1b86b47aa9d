package org.cdfgateway.emulator.datapoint;

/**
 * What a series says between its points, segment after segment in order of time: straight lines, or steps. Points
 * without a value that counts are passed over, or, when bad points are not ignored, end the segment before them: it is
 * constant up to there, and nothing is known until the next good point (reference/cdf-api-data.md section 9.4).
 */
final class Signal {

    private final PointColumn column;
    private final StatusRule statuses;
    private final boolean isStep;
    private int next;
    private boolean exists;
    private boolean isLast;
    private long from;
    private long until;
    private double first;
    private double last;
    private double jump;

    /** Begins with the segment that holds a time, or else with the first behind it. */
    Signal(PointColumn column, StatusRule statuses, boolean isStep, long time) {
        this.column = column;
        this.statuses = statuses;
        this.isStep = isStep;
        int index = column.firstAt(time + 1) - 1;
        while (index >= 0 && !statuses.counts(column, index)) {
            index--;
        }
        next = index < 0 ? countingFrom(0) : index;
        advance();
    }

    private int countingFrom(int start) {
        int index = start;
        while (index < column.size() && !statuses.counts(column, index)) {
            index++;
        }
        return index;
    }

    /** Goes on to the next segment; behind the last there is none. */
    void advance() {
        exists = next < column.size();
        if (!exists) {
            return;
        }
        int begin = next;
        from = column.timestamp(begin);
        first = column.number(begin);
        next = countingFrom(begin + 1);
        boolean isBroken = !statuses.ignoresBad() && next > begin + 1;
        isLast = next == column.size() && !isBroken;
        boolean leadsToPoint = !isBroken && !isLast;
        until = isBroken ? column.timestamp(begin + 1) : isLast ? from : column.timestamp(next);
        last = leadsToPoint && !isStep ? column.number(next) : first;
        jump = leadsToPoint && isStep ? Math.abs(column.number(next) - first) : 0;
    }

    /** Goes on to the segment that holds a time, if there is one. */
    void advanceTo(long time) {
        while (exists && next < column.size() && column.timestamp(next) <= time) {
            advance();
        }
    }

    /** Whether there is a segment; without one nothing else may be asked for. */
    boolean exists() {
        return exists;
    }

    /** Whether it is the last point, which has nothing behind it. */
    boolean isLast() {
        return isLast;
    }

    long from() {
        return from;
    }

    /** Exclusive; the same as the beginning for a last point. */
    long until() {
        return until;
    }

    /** How far a step at the end of the segment goes. */
    double jump() {
        return jump;
    }

    double first() {
        return first;
    }

    /** @param time within the segment, its end included */
    double at(long time) {
        if (time == from || until == from) {
            return first;
        }
        return first + (last - first) * ((double) (time - from) / (until - from));
    }

    /** The value at a time by the series' own way, NaN when nothing is known. */
    double interpolated(long time) {
        boolean isBetween = exists && time >= from && (time < until || time == from);
        return isBetween ? at(time) : isStep ? held(time) : Double.NaN;
    }

    /** The value of the last point at or before a time, NaN when nothing is known. */
    double held(long time) {
        boolean isKnown = exists && time >= from && (time < until || isLast);
        return isKnown ? first : Double.NaN;
    }
}
