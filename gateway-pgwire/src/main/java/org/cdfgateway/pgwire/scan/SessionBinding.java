package org.cdfgateway.pgwire.scan;

import org.cdfgateway.domain.identity.GatewaySession;
import org.cdfgateway.domain.port.inbound.ClientContext;
import org.jspecify.annotations.Nullable;

/**
 * Ties the connections of one postgres_fdw to a gateway session. It makes one when it first reads or writes a table, and
 * another one whenever a COMMIT has failed: it does not trust the old one then. Safe for use by several threads.
 */
public final class SessionBinding implements AutoCloseable {
    private final String token;
    private final GatewaySession session;
    private final ClientContext client;
    private final Runnable forget;
    private @Nullable Runnable connectionEnd;
    private boolean ended;

    SessionBinding(String token, GatewaySession session, ClientContext client, Runnable forget) {
        this.token = token;
        this.session = session;
        this.client = client;
        this.forget = forget;
    }

    /** What postgres_fdw must send as its application_name. */
    public String token() {
        return token;
    }

    GatewaySession session() {
        return session;
    }

    ClientContext client() {
        return client;
    }

    /**
     * A connection stands; an earlier one ends.
     *
     * @param end ends the connection; idempotent, does not block
     * @return false when the session has ended meanwhile
     */
    boolean connected(Runnable end) {
        Runnable earlier;
        synchronized (this) {
            if (ended) {
                return false;
            }
            earlier = connectionEnd;
            connectionEnd = end;
        }
        if (earlier != null) {
            earlier.run();
        }
        return true;
    }

    /** Ends the connection, if there is one, and lets no other in. Idempotent, does not block. */
    @Override
    public void close() {
        Runnable end;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
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
