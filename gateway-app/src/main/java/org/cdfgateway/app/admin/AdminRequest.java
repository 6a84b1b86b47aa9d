package org.cdfgateway.app.admin;

import java.util.Map;
import java.util.Optional;
import org.cdfgateway.domain.identity.Secret;

/**
 * One request, read completely.
 *
 * @param parameters what stood in the path at the route's placeholders, decoded
 * @param query what stood behind the path
 * @param bearerToken from the Authorization header
 * @param body decompressed; empty when there is none
 */
public record AdminRequest(
        Map<String, String> parameters, QueryParameters query, Optional<Secret> bearerToken, RequestBody body) {

    public AdminRequest {
        parameters = Map.copyOf(parameters);
    }

    /** @throws IllegalArgumentException when the route has no such placeholder */
    String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no {" + name + "} in the path");
        }
        return value;
    }
}
