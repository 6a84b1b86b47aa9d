package org.cdfgateway.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Posts items to CDF with nothing in between: what the gateway's COPY is held against. */
final class BareClient {
    private static final int BATCH = 1000;
    private static final int PARALLEL = 4;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Target target;
    private final String token;

    BareClient(Target target) throws IOException, InterruptedException {
        this.target = target;
        this.token = AccessToken.of(target, http);
    }

    /** @return how many were posted */
    long post(EventRows rows, long count) throws Exception {
        return post("/events", rows::json, BATCH, count);
    }

    /**
     * @param items the JSON of each item
     * @return how many were posted
     */
    long post(String path, LongFunction<String> items, int batch, long count) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(PARALLEL);
        try {
            List<Future<?>> batches = new ArrayList<>();
            for (long first = 0; first < count; first += batch) {
                long from = first;
                batches.add(threads.submit(() -> postBatch(path, items, from, Math.min(count, from + batch))));
            }
            for (Future<?> posted : batches) {
                posted.get();
            }
            return count;
        } finally {
            threads.shutdown();
        }
    }

    private Void postBatch(String path, LongFunction<String> items, long from, long to)
            throws IOException, InterruptedException {
        String body = LongStream.range(from, to).mapToObj(items).collect(Collectors.joining(",", "{\"items\":[", "]}"));
        URI address =
                URI.create(target.variable("CDF_URL") + "/api/v1/projects/" + target.variable("CDF_PROJECT") + path);
        HttpResponse<Void> response = http.send(
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.discarding());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("CDF answered " + response.statusCode());
        }
        return null;
    }
}
