package org.cdfgateway.emulator.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that happens to a request instead of, or besides, its proper answer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Fault.Status.class, name = "status"),
    @JsonSubTypes.Type(value = Fault.Delay.class, name = "delay"),
    @JsonSubTypes.Type(value = Fault.DropBefore.class, name = "dropBefore"),
    @JsonSubTypes.Type(value = Fault.DropAfter.class, name = "dropAfter"),
    @JsonSubTypes.Type(value = Fault.Truncate.class, name = "truncate"),
    @JsonSubTypes.Type(value = Fault.Slow.class, name = "slow"),
    @JsonSubTypes.Type(value = Fault.Partial.class, name = "partial")
})
public sealed interface Fault {

    /** Answers with this status; the request has no effect. */
    static Status status(int code) {
        return new Status(code, null, null, false);
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

    /** Closes the connection after this part of the answer's body; the request takes effect. */
    static Fault truncate(double part) {
        return new Truncate(part);
    }

    /** Sends the answer's body at this speed. */
    static Fault slow(int bytesPerSecond) {
        return new Slow(bytesPerSecond);
    }

    /** Lets this part of the request's items take effect, the first ones, and answers with 500. */
    static Fault partial(double part) {
        return new Partial(part, 500);
    }

    /**
     * @param retryAfter header {@code Retry-After} in whole seconds
     * @param body sent as it is, which may be empty; null for CDF's error body
     * @param autoRetryable whether the header {@code cdf-is-auto-retryable} invites to repeat the request
     */
    record Status(
            @JsonProperty(value = "status", required = true) int code,

            @JsonProperty("retryAfterMillis") @Nullable Duration retryAfter,

            @Nullable String body,
            boolean autoRetryable)
            implements Fault {

        private static final int MIN = 400;
        private static final int MAX = 599;

        public Status {
            if (code < MIN || code > MAX) {
                throw new IllegalArgumentException("status: " + code + " (expected: " + MIN + " to " + MAX + ")");
            }
        }

        public Status retryAfter(Duration delay) {
            return new Status(code, delay, body, autoRetryable);
        }

        public Status body(String text) {
            return new Status(code, retryAfter, text, autoRetryable);
        }

        public Status asAutoRetryable() {
            return new Status(code, retryAfter, body, true);
        }
    }

    record Delay(
            @JsonProperty(value = "millis", required = true) Duration duration) implements Fault {}

    record DropBefore() implements Fault {}

    record DropAfter() implements Fault {}

    record Truncate(@JsonProperty(required = true) double part) implements Fault {

        public Truncate {
            Chance.require("part", part);
        }
    }

    record Slow(@JsonProperty(required = true) int bytesPerSecond) implements Fault {

        public Slow {
            if (bytesPerSecond < 1) {
                throw new IllegalArgumentException("bytesPerSecond: " + bytesPerSecond + " (expected: >= 1)");
            }
        }
    }

    record Partial(
            @JsonProperty(required = true) double part,
            @JsonProperty(required = true) int status) implements Fault {

        public Partial {
            Chance.require("part", part);
        }
    }
}
