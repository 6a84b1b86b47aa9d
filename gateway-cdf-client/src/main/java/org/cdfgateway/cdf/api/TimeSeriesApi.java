package org.cdfgateway.cdf.api;

import feign.Headers;
import feign.Param;
import feign.RequestLine;

/** CDF Time series, without their points (reference/cdf-api-resources.md section 9). */
@Headers({"Accept: application/json", "Content-Type: application/json"})
public interface TimeSeriesApi extends ClassicResource {

    @Override
    @RequestLine("POST /api/v1/projects/{project}/timeseries/list")
    Answer list(@Param("project") String project, ListRequest request, Call call);

    @Override
    @RequestLine("POST /api/v1/projects/{project}/timeseries/byids")
    Answer byIds(@Param("project") String project, ByIdsRequest request, Call call);

    @Override
    @RequestLine("POST /api/v1/projects/{project}/timeseries")
    Answer create(@Param("project") String project, Object items, Call call);

    @Override
    @RequestLine("POST /api/v1/projects/{project}/timeseries/aggregate")
    Counting.Result count(@Param("project") String project, Counting.Request request, Call call);
}
