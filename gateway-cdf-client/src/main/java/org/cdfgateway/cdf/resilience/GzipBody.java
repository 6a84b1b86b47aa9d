package org.cdfgateway.cdf.resilience;

import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A compressed body that is decompressed while it is read, as often as it is read. */
final class GzipBody implements Response.Body {
    private final Response.Body compressed;

    GzipBody(Response.Body compressed) {
        this.compressed = compressed;
    }

    @Override
    public @Nullable Integer length() {
        return null;
    }

    @Override
    public boolean isRepeatable() {
        return compressed.isRepeatable();
    }

    @Override
    public InputStream asInputStream() throws IOException {
        return new GZIPInputStream(compressed.asInputStream(), 8_192);
    }

    @Override
    public Reader asReader(Charset charset) throws IOException {
        return new InputStreamReader(asInputStream(), charset);
    }

    @Override
    public void close() throws IOException {
        compressed.close();
    }
}
