package org.cdfgateway.cdf.api;

import feign.Headers;
import feign.Param;
import feign.RequestLine;

/** CDF's unit catalog (reference/cdf-api-data.md section 9.10). Its answers have everything at once. */
@Headers("Accept: application/json")
public interface UnitsApi {

    Operation LIST_UNITS = Operation.list("list units", "units", "projectsAcl");
    Operation LIST_SYSTEMS = Operation.list("list unit systems", "units", "projectsAcl");

    @RequestLine("GET /api/v1/projects/{project}/units")
    Answer units(@Param("project") String project, Call call);

    @RequestLine("GET /api/v1/projects/{project}/units/systems")
    Answer systems(@Param("project") String project, Call call);
}
