package org.cdfgateway.cdf.api;

import feign.Headers;
import feign.Param;
import feign.RequestLine;

/** CDF Data points in their binary form (reference/cdf-api-data.md section 9). */
public interface DatapointsApi {

    Operation READ = Operation.read("read data points", "datapoints", "timeSeriesAcl");
    Operation INSERT = Operation.upsert("insert data points", "datapoints", "timeSeriesAcl");

    Operation DELETE = Operation.upsert("delete data points", "datapoints", "timeSeriesAcl");

    /** Answers a {@code DataPointListResponse}. */
    @RequestLine("POST /api/v1/projects/{project}/timeseries/data/list")
    @Headers({"Accept: application/protobuf", "Content-Type: application/json"})
    Answer read(@Param("project") String project, DatapointsRequest request, Call call);

    /** @param request a {@code DataPointInsertionRequest} */
    @RequestLine("POST /api/v1/projects/{project}/timeseries/data")
    @Headers({"Accept: application/json", "Content-Type: application/protobuf"})
    void insert(@Param("project") String project, byte[] request, Call call);

    /** Ranges without points are no error. */
    @RequestLine("POST /api/v1/projects/{project}/timeseries/data/delete")
    @Headers({"Accept: application/json", "Content-Type: application/json"})
    void delete(@Param("project") String project, DeletedRanges ranges, Call call);
}
