package org.cdfgateway.app.admin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Reads a request's body up to a bound, whether compressed or not: CDF's SDKs compress by default. */
final class BoundedBody {

    /** Bytes after decompression. The largest body of the API, ten custom tables, stays far below. */
    static final int MAX_BYTES = 1 << 20;

    private BoundedBody() {}

    static RequestBody read(HttpExchange exchange) throws IOException {
        String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
        InputStream raw = exchange.getRequestBody();
        InputStream plain = switch (encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT)) {
            case "identity" -> raw;
            case "gzip" -> new GZIPInputStream(raw);
            default ->
                throw new ApiException(
                        HttpStatus.BAD_REQUEST, "Content-Encoding: " + encoding + " (expected: gzip or none)");
        };
        byte[] bytes = plain.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new ApiException(HttpStatus.TOO_LARGE, "request body is longer than " + MAX_BYTES + " bytes");
        }
        return new RequestBody(new String(bytes, StandardCharsets.UTF_8));
    }
}
