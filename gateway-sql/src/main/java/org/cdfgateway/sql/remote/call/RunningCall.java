package org.cdfgateway.sql.remote.call;

import java.util.function.Supplier;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.jspecify.annotations.Nullable;

/**
 * The call that a session is in, if any. {@link #run} and {@link #onCancel} belong to the session's thread,
 * {@link #cancel} may come from any thread at any moment.
 */
public final class RunningCall {
    private @Nullable Thread thread;
    private @Nullable Runnable onCancel;
    private boolean canceled;

    /**
     * Runs a call that {@link #cancel} can end; calls are not nested.
     *
     * @throws GatewayException QUERY_CANCELED when the call failed after it was canceled
     */
    public <T extends @Nullable Object> T run(Supplier<T> call) {
        begin();
        try {
            return call.get();
        } catch (RuntimeException e) {
            if (isCanceled()) {
                throw canceled(e);
            }
            throw e;
        } finally {
            end();
        }
    }

    /** Waits for something that needs more than an interrupt to stop: {@code stop} is run when the call is canceled. */
    public <T extends @Nullable Object> T onCancel(Runnable stop, Supplier<T> waiting) {
        register(stop);
        try {
            return waiting.get();
        } finally {
            register(null);
        }
    }

    /** Interrupts the thread of the running call; nothing happens when none is running. Does not block. */
    public synchronized void cancel() {
        if (thread == null) {
            return;
        }
        canceled = true;
        thread.interrupt();
        if (onCancel != null) {
            onCancel.run();
        }
    }

    private synchronized void begin() {
        thread = Thread.currentThread();
        canceled = false;
    }

    private synchronized void end() {
        thread = null;
        onCancel = null;
        if (canceled) {
            // the interrupt was meant for this call alone
            Thread.interrupted();
        }
    }

    private synchronized void register(@Nullable Runnable stop) {
        onCancel = stop;
        if (canceled && stop != null) {
            stop.run();
        }
    }

    private synchronized boolean isCanceled() {
        return canceled;
    }

    private static GatewayException canceled(RuntimeException cause) {
        if (cause instanceof GatewayException failure && failure.kind() == ErrorKind.QUERY_CANCELED) {
            return failure;
        }
        return new GatewayException(ErrorKind.QUERY_CANCELED, "canceling statement due to user request")
                .causedBy(cause);
    }
}
