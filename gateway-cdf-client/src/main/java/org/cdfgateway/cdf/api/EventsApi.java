package org.cdfgateway.cdf.api;

import feign.Headers;
import feign.Param;
import feign.RequestLine;

/** CDF Events (reference/cdf-api-resources.md section 4). */
@Headers({"Accept: application/json", "Content-Type: application/json"})
public interface EventsApi extends ClassicResource {

    @Override
    @RequestLine("POST /api/v1/projects/{project}/events/list")
    Answer list(@Param("project") String project, ListRequest request, Call call);

    @Override
    @RequestLine("POST /api/v1/projects/{project}/events/byids")
    Answer byIds(@Param("project") String project, ByIdsRequest request, Call call);

    @Override
    @RequestLine("POST /api/v1/projects/{project}/events")
    Answer create(@Param("project") String project, Object items, Call call);

    @Override
    @RequestLine("POST /api/v1/projects/{project}/events/aggregate")
    Counting.Result count(@Param("project") String project, Counting.Request request, Call call);
}
