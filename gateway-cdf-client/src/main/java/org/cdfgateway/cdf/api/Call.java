package org.cdfgateway.cdf.api;

import feign.Request;
import java.time.Duration;
import org.cdfgateway.domain.identity.CdfAccess;

/**
 * One call under way: what it does, with whose rights, until when. Travels as Feign's options, the only argument that
 * reaches every decorator of the client.
 */
public final class Call extends Request.Options {
    private final Operation operation;
    private final CdfAccess access;
    private final Duration attemptTimeout;
    private final long deadlineNanos;

    Call(Operation operation, CdfAccess access, Duration attemptTimeout, long deadlineNanos) {
        this.operation = operation;
        this.access = access;
        this.attemptTimeout = attemptTimeout;
        this.deadlineNanos = deadlineNanos;
    }

    /** The call that Feign's options are; they never are anything else here. */
    public static Call of(Request.Options options) {
        return (Call) options;
    }

    public Operation operation() {
        return operation;
    }

    public CdfAccess access() {
        return access;
    }

    /** What is left of the time for all tries; zero when it is used up. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
    }

    /** How long the next try may take. */
    public Duration attemptTimeout() {
        Duration remaining = remaining();
        return remaining.compareTo(attemptTimeout) < 0 ? remaining : attemptTimeout;
    }
}
