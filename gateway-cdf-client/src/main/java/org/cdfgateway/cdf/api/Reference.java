package org.cdfgateway.cdf.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Names one item of a resource, by exactly one of its keys. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reference(@Nullable Long id, @Nullable String externalId) {

    public static Reference byId(long id) {
        return new Reference(id, null);
    }

    public static Reference byExternalId(String externalId) {
        return new Reference(null, externalId);
    }

    @Override
    public String toString() {
        return id != null ? "id " + id : "external id " + externalId;
    }
}
