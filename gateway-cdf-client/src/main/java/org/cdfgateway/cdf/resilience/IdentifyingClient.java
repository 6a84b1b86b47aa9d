package org.cdfgateway.cdf.resilience;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells CDF which program calls and which version of the API it speaks (reference/cdf-api-resources.md section 1.2). */
final class IdentifyingClient implements Client {
    private static final Map<String, List<String>> IDENTIFICATION = Map.of(
            "x-cdp-app", List.of("cdf-postgresql-gateway"),
            "cdf-version", List.of("20230101"));

    private final Client next;

    IdentifyingClient(Client next) {
        this.next = next;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Map<String, Collection<String>> headers = new LinkedHashMap<>(request.headers());
        headers.putAll(IDENTIFICATION);
        return next.execute(
                Request.create(
                        request.httpMethod(),
                        request.url(),
                        headers,
                        request.body(),
                        request.charset(),
                        request.requestTemplate()),
                options);
    }

    @Override
    public String toString() {
        return "identification(" + next + ")";
    }
}
