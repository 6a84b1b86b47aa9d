package org.cdfgateway.auth.token;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every other second for what other gateways on the same store have changed about users that are known here. A
 * store that cannot be reached is asked again at the next look.
 */
public final class UserWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(UserWatch.class);
    private static final long LOOKS_EVERY_SECONDS = 2;

    private final SharedAccesses accesses;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "gateway-user-watch");
        thread.setDaemon(true);
        return thread;
    });
    private boolean failing;

    public UserWatch(SharedAccesses accesses) {
        this.accesses = accesses;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // look() lets no exception out
    public void start() {
        schedule.scheduleWithFixedDelay(this::look, LOOKS_EVERY_SECONDS, LOOKS_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }

    /** The schedule would stop at the first exception that leaves it; an outage is told once. */
    private void look() {
        try {
            accesses.observeStore();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && !schedule.isShutdown()) {
                log.warn("What other gateways change about users is not noticed at the moment", e);
            }
            failing = true;
        }
    }
}
