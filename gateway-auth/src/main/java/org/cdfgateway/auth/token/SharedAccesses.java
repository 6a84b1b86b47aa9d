package org.cdfgateway.auth.token;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.cdfgateway.auth.session.UserSessions;
import org.cdfgateway.auth.store.Store;
import org.cdfgateway.auth.store.StoredUser;
import org.cdfgateway.auth.store.UserRows;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.CdfSessions.SessionToken;
import org.cdfgateway.domain.port.outbound.TokenInspection;
import org.cdfgateway.domain.port.outbound.TokenInspection.TokenRights;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One {@link SharedAccess} for each user that was here lately, and the threads that fetch tokens. Safe for use by
 * several threads.
 */
public final class SharedAccesses implements AutoCloseable {
    private static final int MAX_USERS = 4096;
    private static final Logger log = LoggerFactory.getLogger(SharedAccesses.class);
    private static final long ADMISSION_SECONDS = 5;
    private static final int FETCHING_THREADS = 8;
    private static final long IDLE_SECONDS = 10;

    private final Store store;
    private final UserSessions sessions;
    private final Optional<TokenInspection> inspection;
    private final Consumer<String> deletedElsewhere;
    private final Clock clock;
    private final ThreadPoolExecutor fetching = fetchingThreads();

    /** Guarded by itself. A user pushed out gets a second access at the next login, which does no harm. */
    private final Map<String, Known> byUsername = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MAX_USERS;
        }
    };

    /** @param checked stands before the access where rights are checked */
    private record Known(SharedAccess access, Optional<CheckedAccess> checked) {

        CdfAccess forSessions() {
            return checked.<CdfAccess>map(access -> access).orElse(access);
        }
    }

    /**
     * @param inspection tells whether a user may still use the gateway; empty when that is not checked
     * @param deletedElsewhere is told the names of users that another gateway has deleted; may block
     */
    public SharedAccesses(
            Store store,
            UserSessions sessions,
            Optional<TokenInspection> inspection,
            Consumer<String> deletedElsewhere,
            Clock clock) {
        this.inspection = inspection;
        this.deletedElsewhere = deletedElsewhere;
        this.store = store;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * The access of a user who logs in; a token is on its way.
     *
     * @throws GatewayException INVALID_AUTHORIZATION_SPECIFICATION when CDF says in time that the user may not use the
     *     gateway
     */
    public CdfAccess login(StoredUser user) {
        Known known = remember(user, null);
        known.access.prepare();
        known.checked.ifPresent(this::admit);
        return known.forSessions();
    }

    /** A login does not wait for a CDF that does not answer; the first statement will tell. */
    private void admit(CheckedAccess access) {
        try {
            CompletableFuture.runAsync(access::admit, fetching).get(ADMISSION_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GatewayException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("The rights of a gateway user could not be checked", e.getCause());
        } catch (TimeoutException | RejectedExecutionException e) {
            log.warn("A gateway user logs in without a check of its rights: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException(ErrorKind.QUERY_CANCELED, "Cancelled while checking rights.").causedBy(e);
        }
    }

    /**
     * What CDF lets the user do now. Blocks.
     *
     * @throws GatewayException INVALID_AUTHORIZATION_SPECIFICATION when the user's access has ended; IO_ERROR when CDF
     *     cannot be reached; FEATURE_NOT_SUPPORTED when rights are not looked at
     */
    public TokenRights rights(StoredUser user) {
        TokenInspection asked = inspection.orElseThrow(() -> new GatewayException(
                ErrorKind.FEATURE_NOT_SUPPORTED, "The rights of gateway users are not looked at."));
        return asked.inspect(remember(user, null).access.accessToken());
    }

    /** Takes over the token that came with a new CDF session. */
    public void adopt(StoredUser user, SessionToken first) {
        remember(user, first);
    }

    /** Ends the access of a user who has been deleted. */
    public void forget(String username) {
        synchronized (byUsername) {
            Optional.ofNullable(byUsername.remove(username)).ifPresent(known -> known.access.observeDeletion());
        }
    }

    /** Looks for what other gateways have changed about the users that are known here. Blocks on the store. */
    public void observeStore() {
        List<String> names;
        synchronized (byUsername) {
            names = List.copyOf(byUsername.keySet());
        }
        if (names.isEmpty()) {
            return;
        }
        Map<String, Long> versions = store.inTransaction(connection -> UserRows.versions(connection, names));
        for (String name : names) {
            Known known = knownAs(name);
            Long version = versions.get(name);
            if (known != null && version == null) {
                forget(name);
                log.info("Gateway user {} was deleted at another gateway.", name);
                deletedElsewhere.accept(name);
            } else if (known != null && version != null && known.access.isOlderThan(version)) {
                read(name).ifPresent(known.access::observe);
            }
        }
    }

    private @Nullable Known knownAs(String username) {
        synchronized (byUsername) {
            return byUsername.get(username);
        }
    }

    /**
     * Extends the CDF session of a user, connected or not. Blocks.
     *
     * @throws GatewayException INVALID_AUTHORIZATION_SPECIFICATION when it has ended; IO_ERROR when CDF cannot be reached
     */
    public void extend(StoredUser user) {
        Known known = knownAs(user.username());
        if (known == null) {
            sessions.refresh(user);
        } else {
            known.access.observe(user);
            known.access.renew();
        }
    }

    /** Accepts no more fetches; those asked for already end by themselves, because somebody may wait for them. */
    @Override
    public void close() {
        fetching.shutdown();
    }

    private Known remember(StoredUser user, @Nullable SessionToken first) {
        synchronized (byUsername) {
            Known known = byUsername.get(user.username());
            if (known == null) {
                known = known(
                        new SharedAccess(() -> read(user.username()), sessions, fetching, clock, user, first), user);
                byUsername.put(user.username(), known);
            } else {
                known.access.observe(user, first);
            }
            return known;
        }
    }

    private Known known(SharedAccess access, StoredUser user) {
        return new Known(access, inspection.map(asked -> new CheckedAccess(user.username(), access, asked, clock)));
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
