package org.cdfgateway.auth.token;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cdfgateway.auth.session.SessionSchedule;
import org.cdfgateway.auth.store.Store;
import org.cdfgateway.auth.store.StoredUser;
import org.cdfgateway.auth.store.UserRows;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the CDF sessions of users alive who are not connected. Gateways on one store share the work: whoever takes a
 * user from the store extends its session.
 */
public final class SessionKeeper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SessionKeeper.class);
    private static final int TAKEN_AT_ONCE = 10;
    private static final long LOOKS_EVERY_SECONDS = 60;

    private final Store store;
    private final SharedAccesses accesses;
    private final Clock clock;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "cdf-session-keeper");
        thread.setDaemon(true);
        return thread;
    });

    public SessionKeeper(Store store, SharedAccesses accesses, Clock clock) {
        this.store = store;
        this.accesses = accesses;
        this.clock = clock;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // look() lets no exception out
    public void start() {
        schedule.scheduleWithFixedDelay(this::look, LOOKS_EVERY_SECONDS, LOOKS_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Extends every session that is due. */
    void extendDue() {
        List<StoredUser> taken;
        do {
            Instant now = clock.instant();
            taken = store.inTransaction(
                    connection -> UserRows.takeDue(connection, now, SessionSchedule.retryAfter(now), TAKEN_AT_ONCE));
            taken.forEach(this::extend);
        } while (!taken.isEmpty() && !schedule.isShutdown());
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }

    /** The schedule would stop at the first exception that leaves it. */
    private void look() {
        try {
            extendDue();
        } catch (RuntimeException e) {
            log.warn("CDF sessions could not be extended, next attempt in {} s", LOOKS_EVERY_SECONDS, e);
        }
    }

    private void extend(StoredUser user) {
        try {
            accesses.extend(user);
        } catch (GatewayException e) {
            if (e.kind() != ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION) {
                log.warn("The CDF session of gateway user {} was not extended: {}", user.username(), e.text());
                return;
            }
            log.info("{}", e.text());
        } catch (RuntimeException e) { // one user must not keep the others from their turn
            log.warn("The CDF session of gateway user {} was not extended", user.username(), e);
            return;
        }
        Instant due = SessionSchedule.dueAfter(clock.instant());
        store.change(connection -> UserRows.setDue(connection, user, due));
    }
}
