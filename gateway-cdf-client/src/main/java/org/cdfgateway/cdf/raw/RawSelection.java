package org.cdfgateway.cdf.raw;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cdfgateway.cdf.adapter.Explaining;
import org.cdfgateway.cdf.filter.AllowedValues;
import org.cdfgateway.cdf.filter.LongRange;
import org.cdfgateway.cdf.filter.Unasked;
import org.cdfgateway.domain.explain.PlannedRequest;
import org.cdfgateway.domain.explain.RequestCount;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.Pushable;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table a scan wants, as far as RAW can be told.
 *
 * @param keys the keys that rows can have; empty for any
 * @param updated when rows last changed, in milliseconds
 */
record RawSelection(Optional<Set<String>> keys, LongRange updated) {
    /** Keys that are looked up one by one; with more, reading the table costs fewer requests. */
    private static final int MAX_KEYS = 200;

    RawSelection {
        updated = updated.intersect(new LongRange(0, Long.MAX_VALUE));
    }

    /** @param key the column that is the rows' key */
    static RawSelection of(Scan scan, Column key, Column lastUpdated) {
        return new RawSelection(
                AllowedValues.of(scan.predicate(), key)
                        .filter(values -> key.answers(Pushable.LOOKUP))
                        .map(values -> values.stream()
                                .map(value -> RawKeyText.of(key.family(), value))
                                .collect(Collectors.toCollection(LinkedHashSet::new))),
                LongRange.of(scan.predicate(), lastUpdated));
    }

    boolean isNothing() {
        return updated.isEmpty() || keys.map(Set::isEmpty).orElse(false);
    }

    /** The keys that rows are read by; empty when tables are read as a whole. */
    Optional<List<String>> addressedKeys() {
        return keys.filter(all -> all.size() <= MAX_KEYS && all.stream().allMatch(RawNames::isAddressable))
                .map(all -> all.stream().filter(RawNames.KEY::isPossible).toList());
    }

    /** CDF's lower bound is exclusive. */
    @Nullable
    Long updatedAfter() {
        return updated.min() > 0 ? updated.min() - 1 : null;
    }

    @Nullable
    Long updatedUntil() {
        return updated.max() < Long.MAX_VALUE ? updated.max() : null;
    }

    /**
     * The requests that read rows of tables.
     *
     * @param path of the rows
     * @param tables how many; 0 when that is not known
     * @param each follows the operation
     */
    PlannedRequest explain(String path, long tables, String each) {
        Optional<List<String>> addressed = addressedKeys();
        if (addressed.isPresent()) {
            long requests = tables * addressed.get().size();
            RequestCount count = tables == 0 ? RequestCount.atLeast(0) : RequestCount.exactly(requests);
            return PlannedRequest.of(count, path + "/{key}" + each).lookingUp(Explaining.keys(addressed.get()));
        }
        return PlannedRequest.of(RequestCount.atLeast(tables), path + each).filteredBy(Explaining.filter(times()));
    }

    private Map<String, Object> times() {
        Map<String, Object> times = new LinkedHashMap<>();
        Long after = updatedAfter();
        if (after != null) {
            times.put("minLastUpdatedTime", after);
        }
        Long until = updatedUntil();
        if (until != null) {
            times.put("maxLastUpdatedTime", until);
        }
        return times;
    }

    /** What those requests say of the columns. */
    Unasked.Asked asked(Column key, Column lastUpdated) {
        return addressedKeys().isPresent() ? Unasked.values(key) : Unasked.range(lastUpdated);
    }
}
