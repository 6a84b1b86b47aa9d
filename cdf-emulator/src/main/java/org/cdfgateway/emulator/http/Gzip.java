package org.cdfgateway.emulator.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compression of bodies, fast rather than small: both ends are on the same machine. */
final class Gzip {

    private static final int BUFFER_BYTES = 32 * 1024;

    private Gzip() {}

    static Bytes compress(Bytes plain) throws IOException {
        Bytes compressed = new Bytes(plain.size() / 4 + 64);
        try (OutputStream out = new FastGzipStream(compressed)) {
            out.write(plain.array(), 0, plain.size());
        }
        return compressed;
    }

    /**
     * @param encoding of the body; null or empty for none, others than gzip are ignored
     * @throws ApiError 400 when it should be gzip and is not
     */
    static byte[] unpack(byte[] body, @Nullable String encoding) {
        return "gzip".equals(encoding) ? expand(body) : body;
    }

    private static byte[] expand(byte[] compressed) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed), BUFFER_BYTES)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw ApiError.badRequest("The request body is not gzip: " + e.getMessage());
        }
    }

    private static final class FastGzipStream extends GZIPOutputStream {
        FastGzipStream(OutputStream out) throws IOException {
            super(out, BUFFER_BYTES);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
