package org.cdfgateway.auth.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.cdfgateway.auth.session.DeletedUser;
import org.cdfgateway.auth.session.UserSessions;
import org.cdfgateway.auth.store.StoredUser;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.CdfSessions.SessionToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The CDF access that all connections of a gateway user share. Reads the user again from the store from time to time,
 * because another gateway may have given it another CDF session or deleted it. A store that cannot be reached does not
 * stop a user who is logged in.
 */
final class SharedAccess implements CdfAccess {
    private static final Logger log = LoggerFactory.getLogger(SharedAccess.class);

    /** Below the minute in which a change has to be noticed. */
    static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(30);

    private final Supplier<Optional<StoredUser>> store;
    private final UserSessions sessions;
    private final Executor executor;
    private final Clock clock;
    private final String username;
    private final String project;
    private final ReentrantLock reading = new ReentrantLock();

    // guarded by this, which is never held during I/O
    private StoredUser user;
    private SessionTokens tokens;
    private boolean deleted;

    private volatile Instant readTime;

    /** @param store reads the user again; blocks */
    SharedAccess(
            Supplier<Optional<StoredUser>> store,
            UserSessions sessions,
            Executor executor,
            Clock clock,
            StoredUser user,
            @Nullable SessionToken first) {
        this.store = store;
        this.sessions = sessions;
        this.executor = executor;
        this.clock = clock;
        this.username = user.username();
        this.project = user.user().project();
        this.user = user;
        this.tokens = tokensOf(user, first);
        this.readTime = clock.instant();
    }

    @Override
    public String project() {
        return project;
    }

    @Override
    public String principal() {
        return tokens().principal();
    }

    @Override
    public Secret accessToken() {
        readAgainIfDue();
        return tokensIfNotDeleted().accessToken();
    }

    @Override
    public void rejected(Secret token) {
        tokens().rejected(token);
    }

    /** Tells what the store holds now. */
    void observe(StoredUser stored) {
        observe(stored, null);
    }

    /** @param first a token of the stored session, when there is one already */
    synchronized void observe(StoredUser stored, @Nullable SessionToken first) {
        readTime = clock.instant();
        deleted = false;
        if (stored.isNewerThan(user)) {
            user = stored;
            tokens = tokensOf(stored, first);
            log.info(
                    "Gateway user {} now uses {}.",
                    username,
                    stored.user().identity().label());
        }
    }

    /** Whether the store's version of the user is one that has not been observed yet. */
    synchronized boolean isOlderThan(long version) {
        return user.version() < version;
    }

    /** Tells that the store holds the user no more. */
    synchronized void observeDeletion() {
        readTime = clock.instant();
        deleted = true;
    }

    /** Starts fetching a token when none is there. */
    void prepare() {
        tokens().prepare();
    }

    /** Fetches a new token, which extends the CDF session. Blocks. */
    void renew() {
        tokens().renew();
    }

    private synchronized SessionTokens tokens() {
        return tokens;
    }

    private synchronized SessionTokens tokensIfNotDeleted() {
        if (deleted) {
            throw new DeletedUser(username).failure();
        }
        return tokens;
    }

    private void readAgainIfDue() {
        if (!isReadDue()) {
            return;
        }
        reading.lock();
        try {
            if (isReadDue()) {
                readAgain();
            }
        } finally {
            reading.unlock();
        }
    }

    private boolean isReadDue() {
        return !clock.instant().isBefore(readTime.plus(READ_AGAIN_AFTER));
    }

    private void readAgain() {
        try {
            store.get().ifPresentOrElse(this::observe, this::observeDeletion);
        } catch (GatewayException e) {
            readTime = clock.instant();
            log.warn("Gateway user {} goes on with what was last read: {}", username, e.text());
        }
    }

    private SessionTokens tokensOf(StoredUser stored, @Nullable SessionToken first) {
        String principal = username + "/" + stored.user().identity().label();
        return new SessionTokens(principal, () -> sessions.refresh(stored), executor, clock, first);
    }
}
