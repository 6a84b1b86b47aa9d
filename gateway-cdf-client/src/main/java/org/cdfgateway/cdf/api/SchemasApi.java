package org.cdfgateway.cdf.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
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

    Operation FIND = Operation.read("read views and data models", "models", "dataModelsAcl");

    /**
     * Finds views with all properties that they have or inherit. Unknown ones are left out; one without a version stands
     * for all of its versions. Trees, because properties have their names as keys.
     */
    @RequestLine("POST /api/v1/projects/{project}/models/views/byids?includeInheritedProperties=true")
    @Headers("Content-Type: application/json")
    JsonNode views(@Param("project") String project, ByIds request, Call call);

    /** Finds data models, with references to their views. Otherwise as {@link #views}. */
    @RequestLine("POST /api/v1/projects/{project}/models/datamodels/byids")
    @Headers("Content-Type: application/json")
    JsonNode dataModels(@Param("project") String project, ByIds request, Call call);

    /** @param items 1 to 100, all different */
    record ByIds(List<Id> items) {
        /** Definitions that one request names at most. */
        public static final int MAX_ITEMS = 100;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Id(String space, String externalId, @Nullable String version) {}
}
