package org.cdfgateway.cdf.api;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.RequestLine;

/** Token inspection (reference/cdf-api-data.md section 3). */
@Headers("Accept: application/json")
public interface TokensApi {

    Operation INSPECT = Operation.list("inspect a token", "tokens", "projectsAcl");

    /** A tree, because ACL names are keys and new ones appear. */
    @RequestLine("GET /api/v1/token/inspect")
    JsonNode inspect(Call call);
}
