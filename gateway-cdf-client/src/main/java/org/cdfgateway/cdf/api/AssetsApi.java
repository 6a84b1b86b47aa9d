package org.cdfgateway.cdf.api;

import feign.Headers;
import feign.Param;
import feign.RequestLine;

/** CDF Assets (reference/cdf-api-resources.md section 3). */
@Headers({"Accept: application/json", "Content-Type: application/json"})
public interface AssetsApi extends ClassicResource {

    @Override
    @RequestLine("POST /api/v1/projects/{project}/assets/list")
    Answer list(@Param("project") String project, ListRequest request, Call call);

    @Override
    @RequestLine("POST /api/v1/projects/{project}/assets/byids")
    Answer byIds(@Param("project") String project, ByIdsRequest request, Call call);

    @Override
    @RequestLine("POST /api/v1/projects/{project}/assets")
    Answer create(@Param("project") String project, Object items, Call call);

    @Override
    @RequestLine("POST /api/v1/projects/{project}/assets/aggregate")
    Counting.Result count(@Param("project") String project, Counting.Request request, Call call);
}
