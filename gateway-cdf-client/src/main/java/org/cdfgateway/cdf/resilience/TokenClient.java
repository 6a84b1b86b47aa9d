package org.cdfgateway.cdf.resilience;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.cdf.api.Call;
import org.cdfgateway.domain.identity.Secret;

/** Presents the access token of the call's identity; a token that CDF rejects is replaced once. */
final class TokenClient implements Client {
    private static final int UNAUTHORIZED = 401;

    private final Client next;

    TokenClient(Client next) {
        this.next = next;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Call call = Call.of(options);
        Secret token = token(call);
        Response response = next.execute(bearing(token, request), options);
        if (response.status() != UNAUTHORIZED) {
            return response;
        }
        call.access().rejected(token);
        Secret other = token(call);
        return other.equals(token) ? response : next.execute(bearing(other, request), options);
    }

    private static Secret token(Call call) {
        return call.operation().writes()
                ? call.access().writingToken()
                : call.access().accessToken();
    }

    /** An empty token stands for none. */
    private static Request bearing(Secret token, Request request) {
        if (token.reveal().isEmpty()) {
            return request;
        }
        Map<String, Collection<String>> headers = new LinkedHashMap<>(request.headers());
        headers.put("Authorization", List.of("Bearer " + token.reveal()));
        return Request.create(
                request.httpMethod(),
                request.url(),
                headers,
                request.body(),
                request.charset(),
                request.requestTemplate());
    }

    @Override
    public String toString() {
        return "token(" + next + ")";
    }
}
