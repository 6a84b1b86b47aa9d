package org.cdfgateway.cdf.api;

/**
 * The calls that assets, events and time series have in common (reference/cdf-api-resources.md section 1.4). Lists
 * answer {@code {"items": [...], "nextCursor": "..."}}, the others {@code {"items": [...]}}.
 */
public interface ClassicResource {

    Answer list(String project, ListRequest request, Call call);

    Answer byIds(String project, ByIdsRequest request, Call call);

    /** @param items a body {@code {"items": [...]}} of 1 to 1000 items; the answer has the same order */
    Answer create(String project, Object items, Call call);

    Counting.Result count(String project, Counting.Request request, Call call);
}
