package org.cdfgateway.app.wiring;

import java.util.ArrayDeque;
import java.util.Deque;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been started, to be stopped in reverse. Safe for use by several threads: it may be closed while something is
 * still starting, which then is stopped as soon as it is added.
 */
public final class StartedParts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StartedParts.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean closed;

    /**
     * Takes over a part that has just been started and returns it.
     *
     * @throws GatewayException ADMIN_SHUTDOWN when everything is being stopped; the part is stopped, too
     */
    public <T extends AutoCloseable> T add(T part) {
        synchronized (this) {
            if (!closed) {
                parts.push(part);
                return part;
            }
        }
        stop(part);
        throw new GatewayException(ErrorKind.ADMIN_SHUTDOWN, "stopped while starting");
    }

    /** Stops everything, the last started first. Idempotent; a part that cannot be stopped does not keep the others. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!parts.isEmpty()) {
            stop(parts.pop());
        }
    }

    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("{} could not be stopped", part.getClass().getSimpleName(), e);
        }
    }
}
