package org.cdfgateway.emulator.datapoint;

import java.util.Arrays;
import java.util.Optional;

/**
 * What can be computed for a bucket of points (reference/cdf-api-data.md section 9.6). The constants are in the order of
 * their fields in protobuf.
 */
enum Aggregate {
    AVERAGE("average", 2, Form.VALUE, Source.AREA),
    MAX("max", 3, Form.VALUE, Source.POINTS),
    MIN("min", 4, Form.VALUE, Source.POINTS),
    COUNT("count", 5, Form.COUNT, Source.POINTS),
    SUM("sum", 6, Form.SUM, Source.POINTS),
    INTERPOLATION("interpolation", 7, Form.VALUE, Source.START),
    STEP_INTERPOLATION("stepInterpolation", 8, Form.VALUE, Source.START),
    CONTINUOUS_VARIANCE("continuousVariance", 9, Form.SQUARE, Source.AREA),
    DISCRETE_VARIANCE("discreteVariance", 10, Form.SQUARE, Source.POINTS),
    TOTAL_VARIATION("totalVariation", 11, Form.SPAN, Source.AREA),
    COUNT_GOOD("countGood", 12, Form.COUNT, Source.POINTS),
    COUNT_UNCERTAIN("countUncertain", 13, Form.COUNT, Source.POINTS),
    COUNT_BAD("countBad", 14, Form.COUNT, Source.POINTS),
    DURATION_GOOD("durationGood", 15, Form.COUNT, Source.DURATIONS),
    DURATION_UNCERTAIN("durationUncertain", 16, Form.COUNT, Source.DURATIONS),
    DURATION_BAD("durationBad", 17, Form.COUNT, Source.DURATIONS),
    MAX_DATAPOINT("maxDatapoint", 18, Form.POINT, Source.POINTS),
    MIN_DATAPOINT("minDatapoint", 19, Form.POINT, Source.POINTS);

    /** Above the number of every field. */
    static final int FIELDS = 20;

    /** What kind of thing it is, which says how it is written and converted to other units. */
    enum Form {
        VALUE,
        SPAN,
        SQUARE,
        SUM,
        COUNT,
        POINT
    }

    /** What it is computed from. */
    enum Source {
        /** The points in the bucket. */
        POINTS,
        /** The signal between the points, over the whole bucket. */
        AREA,
        /** The signal where the bucket begins. */
        START,
        /** How long the points' statuses last. */
        DURATIONS
    }

    private final String word;
    private final int field;
    private final Form form;
    private final Source source;

    Aggregate(String word, int field, Form form, Source source) {
        this.word = word;
        this.field = field;
        this.form = form;
        this.source = source;
    }

    static Optional<Aggregate> named(String word) {
        return Arrays.stream(values())
                .filter(aggregate -> aggregate.word.equals(word))
                .findAny();
    }

    String word() {
        return word;
    }

    /** Number of its field in protobuf's {@code AggregateDatapoint}. */
    int field() {
        return field;
    }

    Form form() {
        return form;
    }

    Source source() {
        return source;
    }
}
