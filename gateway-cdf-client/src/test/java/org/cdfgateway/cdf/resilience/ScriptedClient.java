package org.cdfgateway.cdf.resilience;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers what it was told to, in order, and remembers the requests. */
final class ScriptedClient implements Client {
    private final Deque<Outcome> outcomes = new ArrayDeque<>();
    final List<Request> requests = new ArrayList<>();

    private interface Outcome {
        Response answer(Request request) throws IOException;
    }

    ScriptedClient answers(int status) {
        return answers(status, Map.of(), "");
    }

    ScriptedClient answers(int status, Map<String, String> headers, String body) {
        Map<String, Collection<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        outcomes.add(request -> Response.builder()
                .request(request)
                .status(status)
                .headers(all)
                .body(body, StandardCharsets.UTF_8)
                .build());
        return this;
    }

    ScriptedClient fails(IOException failure) {
        outcomes.add(request -> {
            throw failure;
        });
        return this;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        requests.add(request);
        return outcomes.removeFirst().answer(request);
    }
}
