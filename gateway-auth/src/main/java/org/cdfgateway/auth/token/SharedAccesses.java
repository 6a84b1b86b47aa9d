package org.cdfgateway.auth.token;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.cdfgateway.auth.session.UserSessions;
import org.cdfgateway.auth.store.Store;
import org.cdfgateway.auth.store.StoredUser;
import org.cdfgateway.auth.store.UserRows;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.CdfSessions.SessionToken;
import org.jspecify.annotations.Nullable;

/**
 * One {@link SharedAccess} for each user that was here lately, and the threads that fetch tokens. Safe for use by
 * several threads.
 */
public final class SharedAccesses implements AutoCloseable {
    private static final int MAX_USERS = 4096;
    private static final int FETCHING_THREADS = 8;
    private static final long IDLE_SECONDS = 10;

    private final Store store;
    private final UserSessions sessions;
    private final Clock clock;
    private final ThreadPoolExecutor fetching = fetchingThreads();

    /** Guarded by itself. A user pushed out gets a second access at the next login, which does no harm. */
    private final Map<String, SharedAccess> byUsername = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SharedAccess> eldest) {
            return size() > MAX_USERS;
        }
    };

    public SharedAccesses(Store store, UserSessions sessions, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The access of a user who logs in; a token is on its way. */
    public CdfAccess login(StoredUser user) {
        SharedAccess access = remember(user, null);
        access.prepare();
        return access;
    }

    /** Takes over the token that came with a new CDF session. */
    public void adopt(StoredUser user, SessionToken first) {
        remember(user, first);
    }

    /** Ends the access of a user who has been deleted. */
    public void forget(String username) {
        synchronized (byUsername) {
            Optional.ofNullable(byUsername.remove(username)).ifPresent(SharedAccess::observeDeletion);
        }
    }

    /**
     * Extends the CDF session of a user, connected or not. Blocks.
     *
     * @throws GatewayException INVALID_AUTHORIZATION_SPECIFICATION when it has ended; IO_ERROR when CDF cannot be reached
     */
    public void extend(StoredUser user) {
        SharedAccess known;
        synchronized (byUsername) {
            known = byUsername.get(user.username());
        }
        if (known == null) {
            sessions.refresh(user);
        } else {
            known.observe(user);
            known.renew();
        }
    }

    /** Accepts no more fetches; those asked for already end by themselves, because somebody may wait for them. */
    @Override
    public void close() {
        fetching.shutdown();
    }

    private SharedAccess remember(StoredUser user, @Nullable SessionToken first) {
        synchronized (byUsername) {
            SharedAccess known = byUsername.get(user.username());
            if (known == null) {
                known = new SharedAccess(() -> read(user.username()), sessions, fetching, clock, user, first);
                byUsername.put(user.username(), known);
            } else {
                known.observe(user, first);
            }
            return known;
        }
    }

    private Optional<StoredUser> read(String username) {
        return store.inTransaction(connection -> UserRows.find(connection, username));
    }

    /** The queue is bounded by the users: each has one fetch under way at most. */
    private static ThreadPoolExecutor fetchingThreads() {
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                FETCHING_THREADS,
                FETCHING_THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "cdf-token-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
