package org.cdfgateway.cdf.api;

import java.util.List;

/** Counting the items of a resource; assets and events are counted approximately. */
public final class Counting {

    private Counting() {}

    public record Request(String aggregate) {
        public static final Request ALL = new Request("count");
    }

    /** @param items exactly one */
    public record Result(List<Bucket> items) {}

    public record Bucket(long count) {}
}
