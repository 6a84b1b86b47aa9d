package org.cdfgateway.emulator.http;

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
    private final int items;
    private final @Nullable Duration retryAfter;
    private final boolean autoRetryable;

    private Answer(
            int status,
            String contentType,
            Bytes body,
            int items,
            @Nullable Duration retryAfter,
            boolean autoRetryable) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.items = items;
        this.retryAfter = retryAfter;
        this.autoRetryable = autoRetryable;
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
        int items;
        try (ItemCounter out = new ItemCounter(Json.generator(bytes))) {
            writing.write(out);
            items = out.items();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer(status, "application/json", bytes, items, null, false);
    }

    /** @param body owned by the answer from now on */
    public static Answer bytes(int status, String contentType, byte[] body) {
        return new Answer(status, contentType, Bytes.of(body), 0, null, false);
    }

    /** @param number of items, for the counters, where they are not the elements of {@code items} */
    public Answer with(int number) {
        return new Answer(status, contentType, body, number, retryAfter, autoRetryable);
    }

    public Answer retryAfter(@Nullable Duration delay) {
        return new Answer(status, contentType, body, items, delay, autoRetryable);
    }

    /** Says that the same request may be sent again. */
    public Answer asAutoRetryable() {
        return new Answer(status, contentType, body, items, retryAfter, true);
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

    /** Elements of {@code items} of a JSON body, unless told otherwise. */
    int items() {
        return items;
    }

    boolean isAutoRetryable() {
        return autoRetryable;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
