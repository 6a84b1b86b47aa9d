package org.cdfgateway.pgwire.scan;

import java.util.function.Consumer;
import org.cdfgateway.domain.identity.GatewaySession;
import org.jspecify.annotations.Nullable;

/** Ties one connection of postgres_fdw to a gateway session. Safe for use by several threads. */
public final class SessionBinding implements AutoCloseable {
    private final String token;
    private final GatewaySession session;
    private final Consumer<String> warnings;
    private final Runnable lost;
    private final Runnable forget;
    private @Nullable Runnable connectionEnd;
    private State state = State.WAITING;

    private enum State {
        WAITING,
        CONNECTED,
        ENDED
    }

    SessionBinding(String token, GatewaySession session, Consumer<String> warnings, Runnable lost, Runnable forget) {
        this.token = token;
        this.session = session;
        this.warnings = warnings;
        this.lost = lost;
        this.forget = forget;
    }

    /** What postgres_fdw must send as its application_name. */
    public String token() {
        return token;
    }

    /** Whether postgres_fdw has connected, and the connection still stands. */
    public synchronized boolean isConnected() {
        return state == State.CONNECTED;
    }

    GatewaySession session() {
        return session;
    }

    Consumer<String> warnings() {
        return warnings;
    }

    /**
     * The connection stands.
     *
     * @param end ends it; does not block
     * @return false when the session has ended meanwhile
     */
    synchronized boolean connected(Runnable end) {
        if (state != State.WAITING) {
            return false;
        }
        state = State.CONNECTED;
        connectionEnd = end;
        return true;
    }

    void disconnected() {
        synchronized (this) {
            if (state == State.ENDED) {
                return;
            }
            state = State.ENDED;
        }
        lost.run();
    }

    /** Ends the connection or, when there was none yet, refuses it. Idempotent, does not block. */
    @Override
    public void close() {
        Runnable end;
        synchronized (this) {
            if (state == State.ENDED) {
                return;
            }
            state = State.ENDED;
            end = connectionEnd;
        }
        forget.run();
        if (end != null) {
            end.run();
        }
    }

    @Override
    public String toString() {
        return "SessionBinding[" + session.id() + "]";
    }
}
