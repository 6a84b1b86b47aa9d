package org.cdfgateway.auth.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.CdfSessions.SessionToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The access tokens of one CDF session. At most one is being fetched at any time, in a thread of {@code executor}, so
 * that a caller who gives up disturbs nobody else. Safe for use by several threads.
 */
final class SessionTokens {
    private static final Logger log = LoggerFactory.getLogger(SessionTokens.class);

    /** How long a session that has ended is not asked for again. */
    static final Duration REFUSAL_KEPT = Duration.ofMinutes(5);

    /** How long a failed renewal rests while the old token still works. */
    static final Duration RENEWAL_RETRIED_AFTER = Duration.ofSeconds(10);

    private final String principal;
    private final Supplier<SessionToken> source;
    private final Executor executor;
    private final Clock clock;

    // guarded by this, which is never held during I/O
    private @Nullable AccessToken current;
    private @Nullable CompletableFuture<AccessToken> underWay;
    private @Nullable GatewayException refusal;
    private Instant restUntil = Instant.MIN;

    /** @param source fetches a token; blocks */
    SessionTokens(
            String principal,
            Supplier<SessionToken> source,
            Executor executor,
            Clock clock,
            @Nullable SessionToken first) {
        this.principal = principal;
        this.source = source;
        this.executor = executor;
        this.clock = clock;
        this.current = first == null ? null : AccessToken.of(first, clock.instant());
    }

    /** Names the CDF session. */
    String principal() {
        return principal;
    }

    /** See {@link org.cdfgateway.domain.identity.CdfAccess#accessToken()}. */
    Secret accessToken() {
        CompletableFuture<AccessToken> awaited;
        synchronized (this) {
            Instant now = clock.instant();
            AccessToken held = current;
            if (held != null && held.isUsable(now)) {
                if (held.isDue(now) && !now.isBefore(restUntil)) {
                    start();
                }
                return held.secret();
            }
            GatewayException refused = refusal;
            if (refused != null && now.isBefore(restUntil)) {
                throw copyOf(refused);
            }
            awaited = fetch();
        }
        return await(awaited).secret();
    }

    /** Starts fetching a token when none is there, so that it has come when it is asked for. */
    synchronized void prepare() {
        Instant now = clock.instant();
        boolean missing = current == null || !current.isUsable(now);
        if (missing && !now.isBefore(restUntil)) {
            start();
        }
    }

    /** See {@link org.cdfgateway.domain.identity.CdfAccess#rejected(Secret)}. */
    synchronized void rejected(Secret token) {
        if (current != null && current.secret().equals(token)) {
            current = null;
        }
    }

    /** Fetches a token whether or not one is needed. Blocks. */
    void renew() {
        CompletableFuture<AccessToken> awaited;
        synchronized (this) {
            awaited = fetch();
        }
        await(awaited);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // failed() logs it, and who needs a token then starts again
    private void start() {
        fetch();
    }

    private synchronized CompletableFuture<AccessToken> fetch() {
        if (underWay != null) {
            return underWay;
        }
        CompletableFuture<AccessToken> fetched = new CompletableFuture<>();
        underWay = fetched;
        try {
            executor.execute(() -> run(fetched));
        } catch (RejectedExecutionException e) {
            underWay = null;
            fetched.completeExceptionally(
                    new GatewayException(ErrorKind.ADMIN_SHUTDOWN, "The gateway is stopping.").causedBy(e));
        }
        return fetched;
    }

    private void run(CompletableFuture<AccessToken> fetched) {
        try {
            SessionToken token = source.get();
            fetched.complete(succeeded(token));
        } catch (RuntimeException | Error e) {
            failed(e);
            fetched.completeExceptionally(e);
        }
    }

    private synchronized AccessToken succeeded(SessionToken token) {
        AccessToken fetched = AccessToken.of(token, clock.instant());
        current = fetched;
        refusal = null;
        restUntil = Instant.MIN;
        underWay = null;
        return fetched;
    }

    private synchronized void failed(Throwable failure) {
        underWay = null;
        if (failure instanceof GatewayException e && e.kind() == ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION) {
            refusal = e;
            restUntil = clock.instant().plus(REFUSAL_KEPT);
            log.warn("{} {}", e.text(), e.detail().orElse(""));
        } else {
            refusal = null;
            restUntil = clock.instant().plus(RENEWAL_RETRIED_AFTER);
            log.warn("No access token for {}: {}", principal, failure.getMessage());
        }
    }

    private static AccessToken await(CompletableFuture<AccessToken> fetched) {
        try {
            return fetched.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException(ErrorKind.QUERY_CANCELED, "Cancelled while waiting for an access token.")
                    .causedBy(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GatewayException failure) {
                throw copyOf(failure);
            }
            throw new IllegalStateException("An access token could not be fetched", e.getCause());
        }
    }

    /** The failure with this thread's stack; several threads may throw it. */
    private static GatewayException copyOf(GatewayException failure) {
        GatewayException copy = new GatewayException(failure.kind(), failure.text()).causedBy(failure);
        copy = failure.detail().map(copy::withDetail).orElse(copy);
        return failure.hint().map(copy::withHint).orElse(copy);
    }
}
