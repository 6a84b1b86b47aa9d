package org.cdfgateway.cdf.api;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/** Definitions of CDF data modeling (reference/cdf-api-data.md section 11.2), those of CDF itself included. */
@Headers("Accept: application/json")
public interface SchemasApi {

    /**
     * One page of 1,000.
     *
     * @param kind {@code datamodels}, {@code views} or {@code containers}
     * @param allVersions true for all; null for definitions that have no versions
     * @param space null for all
     */
    @RequestLine(
            value = "GET /api/v1/projects/{project}/models/{kind}"
                    + "?limit=1000&includeGlobal=true&allVersions={allVersions}&space={space}&cursor={cursor}",
            decodeSlash = false)
    Answer list(
            @Param("project") String project,
            @Param("kind") String kind,
            @Param("allVersions") @Nullable Boolean allVersions,
            @Param(value = "space", expander = PercentEncoded.class) @Nullable String space,
            @Param(value = "cursor", expander = PercentEncoded.class) @Nullable String cursor,
            Call call);
}
