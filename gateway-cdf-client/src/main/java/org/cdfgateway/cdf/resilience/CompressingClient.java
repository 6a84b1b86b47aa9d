package org.cdfgateway.cdf.resilience;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.cdfgateway.cdf.error.CdfErrorReader;

/** gzip in both directions (reference/cdf-api-data.md section 1.3). */
final class CompressingClient implements Client {
    /** Below this a body fits into one packet anyway. */
    private static final int MIN_BYTES = 1_000;

    private final Client next;

    CompressingClient(Client next) {
        this.next = next;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        Response response = next.execute(compressed(request), options);
        boolean gzip = CdfErrorReader.header(response, "content-encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        return gzip && response.body() != null
                ? response.toBuilder().body(new GzipBody(response.body())).build()
                : response;
    }

    private static Request compressed(Request request) throws IOException {
        Map<String, Collection<String>> headers = new LinkedHashMap<>(request.headers());
        headers.put("Accept-Encoding", List.of("gzip"));
        byte[] body = request.body();
        if (body != null && body.length >= MIN_BYTES) {
            headers.put("Content-Encoding", List.of("gzip"));
            body = gzip(body);
        }
        return Request.create(
                request.httpMethod(), request.url(), headers, body, request.charset(), request.requestTemplate());
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        }
        return compressed.toByteArray();
    }

    @Override
    public String toString() {
        return "gzip(" + next + ")";
    }
}
