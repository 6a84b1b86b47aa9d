package org.cdfgateway.cdf.api;

import feign.Headers;
import feign.Param;
import feign.RequestLine;

/**
 * The calls that change items of classic resources, alike for all of them (reference/cdf-api-resources.md sections 1.4 and
 * 1.6). The resource is the name in its paths, for example {@code timeseries}.
 */
@Headers({"Accept: application/json", "Content-Type: application/json"})
public interface ChangesApi {

    /** @param items a body {@code {"items": [...]}} of 1 to 1000 items; the answer has the same order */
    @RequestLine("POST /api/v1/projects/{project}/{resource}/update")
    Answer update(@Param("project") String project, @Param("resource") String resource, Object items, Call call);

    /** @param items a body {@code {"items": [...]}} of 1 to 1000 references */
    @RequestLine("POST /api/v1/projects/{project}/{resource}/delete")
    void delete(@Param("project") String project, @Param("resource") String resource, Object items, Call call);

    /** @param items a body {@code {"items": [...], "ignoreUnknownIds": true}} of 1 to 1000 references */
    @RequestLine("POST /api/v1/projects/{project}/{resource}/byids")
    Answer byIds(@Param("project") String project, @Param("resource") String resource, Object items, Call call);
}
