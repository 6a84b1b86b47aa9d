package org.cdfgateway.emulator.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that happens to a request instead of, or besides, its proper answer. */
public sealed interface Fault {

    /** Answers with this status; the request has no effect. */
    static Status status(int code) {
        return new Status(code, null, null);
    }

    /** Answers properly, but later. */
    static Fault delay(Duration duration) {
        return new Delay(duration);
    }

    /** Closes the connection without an answer; the request has no effect. */
    static Fault dropBefore() {
        return new DropBefore();
    }

    /** Closes the connection without an answer after the request took effect. */
    static Fault dropAfter() {
        return new DropAfter();
    }

    /**
     * @param retryAfter header {@code Retry-After} in whole seconds
     * @param body sent as it is; null for CDF's error body
     */
    record Status(
            int code,
            @Nullable Duration retryAfter,
            @Nullable String body) implements Fault {

        public Status retryAfter(Duration delay) {
            return new Status(code, delay, body);
        }

        public Status body(String text) {
            return new Status(code, retryAfter, text);
        }
    }

    record Delay(Duration duration) implements Fault {}

    record DropBefore() implements Fault {}

    record DropAfter() implements Fault {}
}
