package org.cdfgateway.cdf.api;

import feign.Response;
import feign.Util;
import java.io.IOException;
import java.io.InputStream;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/** A successful answer that has arrived as a whole and is decoded by whoever asked, straight from the stream. */
public final class Answer {
    private final Response.Body body;

    Answer(Response.Body body) {
        this.body = body;
    }

    /**
     * Decodes the body, decompressed.
     *
     * @throws GatewayException IO_ERROR when it is not what the reader expects
     */
    public <T> T read(BodyReader<T> reader) {
        try (InputStream stream = body.asInputStream()) {
            return reader.read(stream);
        } catch (IOException e) {
            throw notUnderstood(e);
        }
    }

    /** Lets go of the body, whatever it says. */
    public void discard() {
        Util.ensureClosed(body);
    }

    static GatewayException notUnderstood(IOException cause) {
        return new GatewayException(ErrorKind.IO_ERROR, "CDF's answer is not what the gateway expected")
                .withDetail(String.valueOf(cause.getMessage()))
                .causedBy(cause);
    }

    /** Decodes one kind of body. */
    @FunctionalInterface
    public interface BodyReader<T> {
        T read(InputStream body) throws IOException;
    }
}
