package org.cdfgateway.emulator.datapoint;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.emulator.bucket.Buckets;

/**
 * Computes the aggregates of one series, bucket after bucket (reference/cdf-api-data.md section 9.6). Stretches of time
 * that have nothing to say are jumped over, however many buckets they would be.
 */
final class BucketReads {

    private final PointColumn column;
    private final StatusRule statuses;
    private final AggregateQuery query;
    private final Buckets buckets;
    private final Signal held;
    private final Signal area;
    private long number;
    private int index;

    /** @param start any time in the bucket to begin with, which is one of the buckets */
    BucketReads(
            PointColumn column,
            StatusRule statuses,
            boolean isStep,
            AggregateQuery query,
            Buckets buckets,
            long start) {
        this.column = column;
        this.statuses = statuses;
        this.query = query;
        this.buckets = buckets;
        this.number = buckets.numberOf(start);
        long time = buckets.start(number);
        this.held = new Signal(column, statuses, isStep, time);
        // A step exactly at the start belongs to the bucket, so the segment before it is needed.
        this.area = new Signal(column, statuses, isStep, time - 1);
        this.index = column.firstAt(time);
    }

    /** @return the next buckets up to one that holds the end, which is exclusive, and up to a limit */
    List<Bucket> read(long end, int limit) {
        long last = buckets.numberOf(end - 1);
        List<Bucket> read = new ArrayList<>();
        while (number <= last && read.size() < limit) {
            Bucket bucket = next();
            if (query.aggregates().stream().anyMatch(bucket::has)) {
                read.add(bucket);
            }
        }
        return read;
    }

    private Bucket next() {
        long start = buckets.start(number);
        long end = buckets.start(number + 1);
        Bucket bucket = new Bucket(start);
        PointTally tally = new PointTally();
        index = tally.add(column, statuses, index, start, end);
        tally.writeTo(bucket);
        if (query.needs(Aggregate.Source.START)) {
            held.advanceTo(start);
            bucket.set(Aggregate.INTERPOLATION, held.interpolated(start));
            bucket.set(Aggregate.STEP_INTERPOLATION, held.held(start));
        }
        if (query.needs(Aggregate.Source.AREA)) {
            SignalArea sums = new SignalArea();
            sums.add(area, start, end);
            sums.writeTo(bucket);
        }
        number = goesOn(end) ? number + 1 : numberOfNextPoint();
        return bucket;
    }

    /** Whether the next bucket has something even without a point in it. */
    private boolean goesOn(long end) {
        boolean lasts = query.needs(Aggregate.Source.DURATIONS) && index > 0 && index < column.size();
        boolean covers = query.needs(Aggregate.Source.AREA) && area.exists() && area.from() < end && area.until() > end;
        return lasts || covers || isKnownAt(end);
    }

    private boolean isKnownAt(long time) {
        if (!query.needs(Aggregate.Source.START)) {
            return false;
        }
        held.advanceTo(time);
        if (query.aggregates().contains(Aggregate.STEP_INTERPOLATION)) {
            return !Double.isNaN(held.held(time));
        }
        return !Double.isNaN(held.interpolated(time));
    }

    private long numberOfNextPoint() {
        return index < column.size() ? buckets.numberOf(column.timestamp(index)) : Long.MAX_VALUE;
    }
}
