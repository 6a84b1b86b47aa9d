package org.cdfgateway.cdf.datapoint;

/**
 * One value at one time.
 *
 * @param timestamp milliseconds since 1970, may be negative
 * @param value a {@link Double} or a {@link String}
 */
public record Point(long timestamp, Object value) {}
