package org.cdfgateway.emulator.datapoint;

/** Limits of the calls on points: reference/cdf-api-data.md section 9.1. */
final class PointLimits {

    static final int MAX_INSERTED_SERIES = 10_000;
    static final int MAX_INSERTED_POINTS = 100_000;
    static final int MAX_QUERIES = 100;
    static final int MAX_READ_POINTS = 100_000;
    static final int MAX_READ_AGGREGATES = 10_000;
    static final int DEFAULT_READ_POINTS = 100;
    static final int MAX_DELETED_RANGES = 10_000;

    /** 1900-01-01T00:00:00.000Z. */
    static final long MIN_TIMESTAMP = -2_208_988_800_000L;

    /** 2099-12-31T23:59:59.999Z. */
    static final long MAX_TIMESTAMP = 4_102_444_799_999L;

    /** Numbers lie strictly between this and its negation. */
    static final double NUMBER_BOUND = 1e100;

    static final int MAX_TEXT_BYTES = 1023;

    private PointLimits() {}
}
