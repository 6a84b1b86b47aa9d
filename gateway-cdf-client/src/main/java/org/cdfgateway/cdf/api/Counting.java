package org.cdfgateway.cdf.api;

import java.util.List;
import java.util.Map;

/** Counting the items of a resource; assets and events are counted approximately. */
public final class Counting {

    private Counting() {}

    /** Counts what a strict filter holds for. */
    public record Request(Map<String, Object> filter) {
        /** Everything. Counting is what all resources do when no aggregate is named; files know no other. */
        public static final Request ALL = new Request(Map.of());
    }

    /** @param items exactly one */
    public record Result(List<Bucket> items) {}

    public record Bucket(long count) {}
}
