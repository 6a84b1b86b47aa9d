package org.cdfgateway.domain.explain;

import java.util.Optional;

/**
 * One kind of request that a read makes, once or several times.
 *
 * @param operation the call and what it is repeated for, for example {@code POST /assets/list}
 * @param filter what CDF is told to leave out, as JSON; empty when nothing
 * @param lookup the keys of the items that CDF is asked for; empty when it is not asked by key
 */
public record PlannedRequest(RequestCount count, String operation, Optional<String> filter, Optional<String> lookup) {

    public static PlannedRequest of(RequestCount count, String operation) {
        return new PlannedRequest(count, operation, Optional.empty(), Optional.empty());
    }

    public PlannedRequest filteredBy(Optional<String> json) {
        return new PlannedRequest(count, operation, json, lookup);
    }

    public PlannedRequest lookingUp(String keys) {
        return new PlannedRequest(count, operation, filter, Optional.of(keys));
    }
}
