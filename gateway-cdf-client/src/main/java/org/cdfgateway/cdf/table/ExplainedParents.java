package org.cdfgateway.cdf.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.cdf.adapter.Explaining;
import org.cdfgateway.cdf.adapter.Totals;
import org.cdfgateway.cdf.api.ByIdsRequest;
import org.cdfgateway.cdf.filter.Keys;
import org.cdfgateway.domain.explain.PlannedRequest;
import org.cdfgateway.domain.explain.RequestCount;
import org.cdfgateway.domain.identity.CdfAccess;

/**
 * How EXPLAIN shows reads that go through parents.
 *
 * @param what the parents, for example {@code time series}
 */
record ExplainedParents(String what, ResourceCalls calls, Totals totals) {

    /**
     * The call for the rows of parents.
     *
     * @param perRequest parents that one request takes
     */
    record Rows(String operation, int perRequest, Optional<String> filter) {}

    /** What is asked for the rows of the parents that are named. */
    List<PlannedRequest> named(Keys keys, Rows rows) {
        RequestCount requests =
                RequestCount.atLeast(keys.groups(rows.perRequest).size());
        if (keys.isMixed()) {
            // An item may be named by both of its keys.
            return List.of(
                    Explaining.lookup(calls.lookup(), keys, ByIdsRequest.MAX_ITEMS),
                    PlannedRequest.of(RequestCount.atLeast(0), rows.operation).filteredBy(rows.filter));
        }
        return List.of(PlannedRequest.of(requests, rows.operation)
                .filteredBy(rows.filter)
                .lookingUp(Explaining.keys(keys)));
    }

    /**
     * What is asked for the rows of all parents.
     *
     * @param parents the strict filter that they are listed with
     */
    List<PlannedRequest> all(Map<String, Object> parents, Rows rows, CdfAccess access) {
        Optional<String> listed = parents.isEmpty() ? Optional.empty() : Explaining.filter(Map.of("filter", parents));
        return List.of(
                PlannedRequest.of(RequestCount.atLeast(1), calls.listing()).filteredBy(listed),
                PlannedRequest.of(
                                RequestCount.atLeast(0),
                                Explaining.forEach(rows.operation, rows.perRequest, totals.known(access), what))
                        .filteredBy(rows.filter));
    }
}
