package org.cdfgateway.emulator.traffic;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What went through one call of the API.
 *
 * @param requests refused ones and those that met a fault included
 * @param itemsIn elements of {@code items} in requests
 * @param itemsOut elements of {@code items} in answers
 * @param bytesIn of request bodies, uncompressed
 * @param bytesOut of answers, uncompressed
 * @param statuses how often each status was answered; requests whose connection was dropped have none
 */
public record CallCount(
        long requests, long itemsIn, long itemsOut, long bytesIn, long bytesOut, SortedMap<Integer, Long> statuses) {

    static final CallCount NONE = new CallCount(0, 0, 0, 0, 0, new TreeMap<>());

    CallCount plus(CallCount other) {
        SortedMap<Integer, Long> sums = new TreeMap<>(statuses);
        other.statuses.forEach((status, count) -> sums.merge(status, count, Long::sum));
        return new CallCount(
                requests + other.requests,
                itemsIn + other.itemsIn,
                itemsOut + other.itemsOut,
                bytesIn + other.bytesIn,
                bytesOut + other.bytesOut,
                sums);
    }

    /** How often a status was answered. */
    public long answered(int status) {
        return statuses.getOrDefault(status, 0L);
    }
}
