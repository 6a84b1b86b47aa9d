package org.cdfgateway.auth.user;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cdfgateway.auth.session.NewSession;
import org.cdfgateway.auth.session.SessionSchedule;
import org.cdfgateway.auth.session.UserSessions;
import org.cdfgateway.auth.store.AuditEntry.Action;
import org.cdfgateway.auth.store.AuditRows;
import org.cdfgateway.auth.store.Store;
import org.cdfgateway.auth.store.StoredUser;
import org.cdfgateway.auth.store.UserRows;
import org.cdfgateway.auth.token.SharedAccesses;
import org.cdfgateway.auth.verifier.ScramVerifiers;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfCredentials;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.identity.ScramVerifier;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.TokenInspection.TokenRights;
import org.jspecify.annotations.Nullable;

/** Creates, finds, renews and deletes gateway users, and writes down who did. Safe for use by several threads. */
public final class UserLifecycle {
    private final Store store;
    private final UserSessions sessions;
    private final SharedAccesses accesses;
    private final UserLimits limits;
    private final Clock clock;
    private final FreshCredentials fresh = new FreshCredentials();

    public UserLifecycle(Store store, UserSessions sessions, SharedAccesses accesses, UserLimits limits, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.accesses = accesses;
        this.limits = limits;
        this.clock = clock;
    }

    /** See {@link org.cdfgateway.auth.GatewayUsers#create}. */
    public NewUser create(String project, CdfCredentials credentials, String createdBy) {
        // what can fail without the nonce comes first, because a spent nonce is lost
        String username = fresh.username();
        Attempt attempt = new Attempt(createdBy, Action.CREATE_USER, project, username);
        writingDownFailure(attempt, () -> checkRoom(project));
        Secret password = fresh.password();
        ScramVerifier verifier = ScramVerifiers.of(password);

        NewSession session = bind(attempt, credentials);
        Instant now = now();
        GatewayUser user = new GatewayUser(username, project, session.identity(), now, now);
        StoredUser stored = new StoredUser(user, verifier, session.secret(), 1);
        try {
            store.change(connection -> {
                UserRows.insert(connection, stored, SessionSchedule.dueAfter(now));
                AuditRows.insert(connection, attempt.done(now));
            });
        } catch (GatewayException e) {
            throw lost(session, "The gateway user could not be stored.", e);
        }
        accesses.adopt(stored, session.token());
        return new NewUser(user, password);
    }

    public Optional<GatewayUser> find(String project, String username) {
        return store.inTransaction(connection -> UserRows.find(connection, username))
                .map(StoredUser::user)
                .filter(user -> user.project().equals(project));
    }

    /** See {@link org.cdfgateway.auth.GatewayUsers#rights}. */
    public Optional<TokenRights> rights(String project, String username) {
        return store.inTransaction(connection -> UserRows.find(connection, username))
                .filter(stored -> stored.user().project().equals(project))
                .map(accesses::rights);
    }

    public List<GatewayUser> list(String project, @Nullable String after, int limit) {
        return store.inTransaction(connection -> UserRows.list(connection, project, after, limit)).stream()
                .map(StoredUser::user)
                .toList();
    }

    /** See {@link org.cdfgateway.auth.GatewayUsers#renew}. */
    public Optional<GatewayUser> renew(String project, String username, CdfCredentials credentials, String renewedBy) {
        Attempt attempt = new Attempt(renewedBy, Action.RENEW_SESSION, project, username);
        if (find(project, username).isEmpty()) {
            store.change(connection -> AuditRows.insert(connection, attempt.notFound(now())));
            return Optional.empty();
        }
        NewSession session = bind(attempt, credentials);
        Instant now = now();
        Optional<StoredUser> stored;
        try {
            stored = store.inTransaction(connection -> {
                Optional<StoredUser> updated = UserRows.replaceSession(
                        connection,
                        project,
                        username,
                        session.identity(),
                        session.secret(),
                        now,
                        SessionSchedule.dueAfter(now));
                AuditRows.insert(connection, updated.isPresent() ? attempt.done(now) : attempt.notFound(now));
                return updated;
            });
        } catch (GatewayException e) {
            throw lost(session, "The new CDF session of gateway user " + username + " could not be stored.", e);
        }
        stored.ifPresent(user -> accesses.adopt(user, session.token()));
        return stored.map(StoredUser::user);
    }

    /** See {@link org.cdfgateway.auth.GatewayUsers#delete}. */
    public boolean delete(String project, String username, String deletedBy) {
        Attempt attempt = new Attempt(deletedBy, Action.DELETE_USER, project, username);
        boolean deleted = store.inTransaction(connection -> {
            boolean found = UserRows.delete(connection, project, username);
            AuditRows.insert(connection, found ? attempt.done(now()) : attempt.notFound(now()));
            return found;
        });
        if (deleted) {
            accesses.forget(username);
        }
        return deleted;
    }

    /** Returns how many users there are. */
    private int checkRoom(String project) {
        int users = store.inTransaction(connection -> UserRows.count(connection, project));
        if (users >= limits.usersPerProject()) {
            throw new GatewayException(
                            ErrorKind.PROGRAM_LIMIT_EXCEEDED,
                            "CDF project " + project + " has " + users + " gateway users already (limit: "
                                    + limits.usersPerProject() + ").")
                    .withHint("Delete gateway users that are not needed, or raise the limit of users per project.");
        }
        return users;
    }

    private NewSession bind(Attempt attempt, CdfCredentials credentials) {
        return writingDownFailure(attempt, () -> sessions.bind(attempt.project(), attempt.username(), credentials));
    }

    /** The failure that is being reported matters more than one in writing it down. */
    private <T> T writingDownFailure(Attempt attempt, Supplier<T> step) {
        try {
            return step.get();
        } catch (GatewayException failure) {
            try {
                store.change(connection -> AuditRows.insert(connection, attempt.failed(now(), failure)));
            } catch (GatewayException e) {
                failure.addSuppressed(e);
            }
            throw failure;
        }
    }

    /** The times go out in milliseconds; what is returned is what will be read. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static GatewayException lost(NewSession session, String what, GatewayException cause) {
        GatewayException failure = new GatewayException(cause.kind(), what + " " + cause.text()).causedBy(cause);
        return session.identity()
                .match(
                        opened -> failure.withDetail(
                                        "CDF session " + opened.id() + " was opened and is lost with its nonce.")
                                .withHint("When the store works again, create a new CDF session and repeat the call"
                                        + " with its nonce."),
                        client -> failure.withHint("When the store works again, repeat the call."));
    }
}
