package org.cdfgateway.emulator.http;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.cdfgateway.emulator.fault.Fault;
import org.cdfgateway.emulator.wire.Exchange;
import org.cdfgateway.emulator.wire.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts answers on the wire, some of them slowly or not completely. For any number of threads. */
final class Sending {

    private static final Logger log = LoggerFactory.getLogger(Sending.class);
    private static final int MIN_COMPRESSED_BYTES = 512;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final CountDownLatch closed;

    /** @param closed ends all waiting when it opens */
    Sending(CountDownLatch closed) {
        this.closed = closed;
    }

    /** Returns early when the server is closed. */
    void pause(Duration duration) {
        if (duration.isZero()) {
            return;
        }
        try {
            boolean stopping = closed.await(duration.toNanos(), TimeUnit.NANOSECONDS);
            log.debug("Waited for {}, stopping: {}", duration, stopping);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void send(Exchange exchange, Answer answer) throws IOException {
        send(exchange, answer, null);
    }

    /** @param fault what happens to the body; other faults than those of bodies are ignored */
    void send(Exchange exchange, Answer answer, @Nullable Fault fault) throws IOException {
        Headers headers = new Headers();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        headers.set("x-request-id", new UUID(random.nextLong(), random.nextLong()).toString());
        headers.set("Content-Type", answer.contentType());
        headers.set("vary", "Accept-Encoding");
        if (answer.retryAfter() != null) {
            headers.set("Retry-After", Long.toString(answer.retryAfter().toSeconds()));
        }
        if (answer.isAutoRetryable()) {
            headers.set("cdf-is-auto-retryable", "true");
        }
        Bytes body = answer.body();
        if (body.size() >= MIN_COMPRESSED_BYTES && exchange.request().headers().has("Accept-Encoding", "gzip")) {
            headers.set("Content-Encoding", "gzip");
            body = Gzip.compress(body);
        }
        exchange.begin(answer.status(), headers, body.size());
        if (fault instanceof Fault.Truncate truncate) {
            exchange.write(body.array(), 0, (int) (body.size() * truncate.part()));
        } else if (fault instanceof Fault.Slow slow) {
            write(body, slow.bytesPerSecond(), exchange);
        } else {
            exchange.write(body.array(), 0, body.size());
        }
        exchange.flush();
    }

    private void write(Bytes body, int bytesPerSecond, Exchange out) throws IOException {
        int portion = (int) Math.max(1, bytesPerSecond * PAUSE.toMillis() / 1000);
        for (int sent = 0; sent < body.size() && closed.getCount() > 0; sent += portion) {
            pause(Duration.ofNanos(portion * 1_000_000_000L / bytesPerSecond));
            out.write(body.array(), sent, Math.min(portion, body.size() - sent));
            out.flush();
        }
    }
}
