package org.cdfgateway.cdf.api;

import feign.Headers;
import feign.Param;
import feign.RequestLine;

/**
 * The calls that many resources have in common (reference/cdf-api-resources.md sections 1.4 to 1.6). The resource is the
 * name in its paths, for example {@code timeseries}. No resource has to have all of them.
 */
@Headers({"Accept: application/json", "Content-Type: application/json"})
public interface ResourcesApi {

    /** Answers {@code {"items": [...], "nextCursor": "..."}}. */
    @RequestLine("POST /api/v1/projects/{project}/{resource}/list")
    Answer list(@Param("project") String project, @Param("resource") String resource, ListRequest request, Call call);

    /** @param items a body {@code {"items": [...], "ignoreUnknownIds": true}} of 1 to 1000 references */
    @RequestLine("POST /api/v1/projects/{project}/{resource}/byids")
    Answer byIds(@Param("project") String project, @Param("resource") String resource, Object items, Call call);

    @RequestLine("POST /api/v1/projects/{project}/{resource}/aggregate")
    Counting.Result count(
            @Param("project") String project, @Param("resource") String resource, Counting.Request request, Call call);

    /** @param items what the resource wants, mostly a body {@code {"items": [...]}}; the answer has the same order */
    @RequestLine("POST /api/v1/projects/{project}/{resource}")
    Answer create(@Param("project") String project, @Param("resource") String resource, Object items, Call call);

    /** @param items a body {@code {"items": [...]}} of 1 to 1000 items; the answer has the same order */
    @RequestLine("POST /api/v1/projects/{project}/{resource}/update")
    Answer update(@Param("project") String project, @Param("resource") String resource, Object items, Call call);

    /** @param items a body {@code {"items": [...]}} of 1 to 1000 references */
    @RequestLine("POST /api/v1/projects/{project}/{resource}/delete")
    void delete(@Param("project") String project, @Param("resource") String resource, Object items, Call call);
}
