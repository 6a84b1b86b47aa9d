package org.cdfgateway.emulator.datapoint;

import java.util.Arrays;
import org.cdfgateway.emulator.unit.UnitConversion;
import org.jspecify.annotations.Nullable;

/** The aggregates of one bucket. Filled by one thread, then only read. */
final class Bucket {

    /** The first point that is as small or as large as any. */
    record Extreme(long timestamp, double value, int status) {}

    private final long start;
    private final double[] values = new double[Aggregate.FIELDS];
    private @Nullable Extreme min;
    private @Nullable Extreme max;

    Bucket(long start) {
        this.start = start;
        Arrays.fill(values, Double.NaN);
    }

    long start() {
        return start;
    }

    void set(Aggregate aggregate, double value) {
        values[aggregate.field()] = value;
    }

    /** Counts and milliseconds, all of which a double holds exactly. */
    void setWhole(Aggregate aggregate, long number) {
        set(aggregate, (double) number);
    }

    void setExtremes(Extreme smallest, Extreme largest) {
        this.min = smallest;
        this.max = largest;
    }

    /** NaN when the bucket has none. */
    double value(Aggregate aggregate) {
        return values[aggregate.field()];
    }

    /** Null when the bucket has no point, or for an aggregate that is no point. */
    @Nullable
    Extreme point(Aggregate aggregate) {
        return aggregate == Aggregate.MIN_DATAPOINT ? min : aggregate == Aggregate.MAX_DATAPOINT ? max : null;
    }

    boolean has(Aggregate aggregate) {
        return aggregate.form() == Aggregate.Form.POINT ? min != null : !Double.isNaN(value(aggregate));
    }

    Bucket converted(UnitConversion conversion) {
        Bucket converted = new Bucket(start);
        for (Aggregate aggregate : Aggregate.values()) {
            if (aggregate.form() != Aggregate.Form.POINT && has(aggregate)) {
                converted.set(aggregate, converted(aggregate, conversion));
            }
        }
        if (min != null && max != null) {
            converted.setExtremes(converted(min, conversion), converted(max, conversion));
        }
        return converted;
    }

    private double converted(Aggregate aggregate, UnitConversion conversion) {
        double value = value(aggregate);
        return switch (aggregate.form()) {
            case VALUE -> conversion.value(value);
            case SPAN -> conversion.span(value);
            case SQUARE -> conversion.square(value);
            case SUM -> conversion.sum(value, value(Aggregate.COUNT));
            case COUNT, POINT -> value;
        };
    }

    private static Extreme converted(Extreme point, UnitConversion conversion) {
        return new Extreme(point.timestamp(), conversion.value(point.value()), point.status());
    }
}
