package org.cdfgateway.emulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What goes back: a status and a body that is complete in memory. */
public final class Answer {

    private static final int FIRST_BUFFER_BYTES = 16 * 1024;

    private final int status;
    private final String contentType;
    private final Bytes body;
    private final @Nullable Duration retryAfter;

    private Answer(int status, String contentType, Bytes body, @Nullable Duration retryAfter) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.retryAfter = retryAfter;
    }

    public static Answer ok(Json.Writing writing) {
        return json(200, writing);
    }

    public static Answer created(Json.Writing writing) {
        return json(201, writing);
    }

    /** 200 with <code>{}</code>. */
    public static Answer done() {
        return json(200, out -> {
            out.writeStartObject();
            out.writeEndObject();
        });
    }

    public static Answer json(int status, Json.Writing writing) {
        Bytes bytes = new Bytes(FIRST_BUFFER_BYTES);
        try (JsonGenerator out = Json.generator(bytes)) {
            writing.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer(status, "application/json", bytes, null);
    }

    /** @param body owned by the answer from now on */
    public static Answer bytes(int status, String contentType, byte[] body) {
        return new Answer(status, contentType, Bytes.of(body), null);
    }

    public Answer retryAfter(@Nullable Duration delay) {
        return new Answer(status, contentType, body, delay);
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    Bytes body() {
        return body;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
