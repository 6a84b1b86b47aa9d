package org.cdfgateway.cdf.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One version of a view, as requests name it. */
public record ViewReference(String space, String externalId, String version) {

    /** Told from references to containers by it. */
    @JsonProperty
    public String type() {
        return "view";
    }
}
