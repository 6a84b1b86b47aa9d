package org.cdfgateway.emulator.datapoint;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The points of all series. Readers take no locks; writers of one series wait for each other. */
public final class PointStore {

    private final Map<Long, PointColumn> columns = new ConcurrentHashMap<>();

    PointColumn of(long seriesId) {
        return columns.getOrDefault(seriesId, StoredPoints.EMPTY);
    }

    void insert(long seriesId, PointBuffer points) {
        columns.compute(
                seriesId,
                (id, column) -> StoredPoints.copyOf(column == null ? StoredPoints.EMPTY : column)
                        .with(points));
    }

    void delete(long seriesId, long from, long until) {
        columns.computeIfPresent(
                seriesId, (id, column) -> StoredPoints.copyOf(column).without(from, until));
    }

    public void deleteSeries(Collection<Long> seriesIds) {
        seriesIds.forEach(columns::remove);
    }

    /** Gives a numeric series points that are computed from their index whenever they are read. */
    public void loadNumbers(long seriesId, long start, long step, int count, IntToDoubleFunction values) {
        columns.put(seriesId, ComputedPoints.numbers(start, step, count, values));
    }

    /** Gives a string series points that are computed from their index whenever they are read. */
    public void loadTexts(long seriesId, long start, long step, int count, IntFunction<@Nullable String> values) {
        columns.put(seriesId, ComputedPoints.texts(start, step, count, values));
    }
}
