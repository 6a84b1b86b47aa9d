package org.cdfgateway.auth;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.cdfgateway.auth.secret.KeyRing;
import org.cdfgateway.auth.session.UserSessions;
import org.cdfgateway.auth.store.AuditEntry;
import org.cdfgateway.auth.store.AuditRows;
import org.cdfgateway.auth.store.Store;
import org.cdfgateway.auth.store.StoreSettings;
import org.cdfgateway.auth.store.StoredUser;
import org.cdfgateway.auth.table.TableLifecycle;
import org.cdfgateway.auth.token.SessionKeeper;
import org.cdfgateway.auth.token.SharedAccesses;
import org.cdfgateway.auth.token.UserWatch;
import org.cdfgateway.auth.user.LoginCandidates;
import org.cdfgateway.auth.user.NewUser;
import org.cdfgateway.auth.user.UserLifecycle;
import org.cdfgateway.auth.user.UserLimits;
import org.cdfgateway.auth.verifier.InventedVerifiers;
import org.cdfgateway.auth.verifier.InventionSecret;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfCredentials;
import org.cdfgateway.domain.identity.GatewaySession;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.inbound.Logins;
import org.cdfgateway.domain.port.outbound.CdfSessions;
import org.cdfgateway.domain.port.outbound.TokenInspection;
import org.cdfgateway.domain.port.outbound.TokenInspection.TokenRights;
import org.jspecify.annotations.Nullable;

/**
 * The gateway users in the store, and their access to CDF. Several gateways may share a store; all of them need the same
 * encryption keys. Safe for use by several threads; calls block on the store and on CDF. Every method may throw IO_ERROR
 * when the store cannot be reached.
 */
public final class GatewayUsers implements Logins, AutoCloseable {
    private final Store store;
    private final SharedAccesses accesses;
    private final SessionKeeper keeper;
    private final UserWatch watch;
    private final UserLifecycle lifecycle;
    private final LoginCandidates candidates;
    private final GatewayTables tables;

    private GatewayUsers(
            Store store,
            CdfSessions cdf,
            KeyRing keys,
            UserLimits limits,
            Optional<TokenInspection> inspection,
            Consumer<String> deletedElsewhere,
            Clock clock,
            Secret inventionSecret) {
        this.store = store;
        UserSessions sessions = new UserSessions(cdf, keys);
        this.accesses = new SharedAccesses(store, sessions, inspection, deletedElsewhere, clock);
        this.keeper = new SessionKeeper(store, accesses, clock);
        this.watch = new UserWatch(accesses);
        this.lifecycle = new UserLifecycle(store, sessions, accesses, limits, clock);
        this.candidates = new LoginCandidates(store, new InventedVerifiers(inventionSecret), clock);
        this.tables = new GatewayTables(new TableLifecycle(store, clock));
    }

    /** With the default limits, and without checks of what users may still do: CDF itself refuses what they may not. */
    public static GatewayUsers open(StoreSettings settings, CdfSessions cdf, KeyRing keys, Clock clock) {
        return open(settings, cdf, keys, UserLimits.DEFAULT, Optional.empty(), username -> {}, clock);
    }

    /**
     * Connects to the store, brings its tables up to date and checks that the keys fit. Whoever opens closes; the CDF
     * sessions have to stay open until then.
     *
     * @param inspection tells whether a user may still use the gateway, at its login and from then on; empty when that
     *     is not checked
     * @param deletedElsewhere is told the names of users known here that another gateway has deleted, within seconds; may
     *     block
     * @throws GatewayException IO_ERROR when the store cannot be reached or changed, INVALID_PARAMETER_VALUE when it was
     *     made with an encryption key that is not among them
     */
    public static GatewayUsers open(
            StoreSettings settings,
            CdfSessions cdf,
            KeyRing keys,
            UserLimits limits,
            Optional<TokenInspection> inspection,
            Consumer<String> deletedElsewhere,
            Clock clock) {
        Store store = Store.open(settings);
        try {
            Secret inventionSecret = InventionSecret.load(store, keys, clock);
            GatewayUsers users =
                    new GatewayUsers(store, cdf, keys, limits, inspection, deletedElsewhere, clock, inventionSecret);
            users.keeper.start();
            users.watch.start();
            return users;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    @Override
    public Candidate candidate(String username) {
        return candidates.candidate(username);
    }

    @Override
    public GatewaySession open(GatewayUser user) {
        StoredUser stored = candidates.confirm(user);
        return new GatewaySession(UUID.randomUUID(), stored.user(), accesses.login(stored));
    }

    /**
     * Creates a user with a name and a password that the gateway picks. A nonce is spent for its CDF session; when storing
     * fails after that, the session is lost and the caller needs another nonce.
     *
     * @param createdBy whom the audit names: the subject of the caller's token
     * @throws GatewayException as {@link CdfSessions#bind}; PROGRAM_LIMIT_EXCEEDED when the project has its users already
     */
    public NewUser create(String project, CdfCredentials credentials, String createdBy) {
        return lifecycle.create(project, credentials, createdBy);
    }

    /** The user of that name, if the project has one. */
    public Optional<GatewayUser> find(String project, String username) {
        return lifecycle.find(project, username);
    }

    /**
     * What CDF lets a user do now, if the project has one of that name.
     *
     * @throws GatewayException INVALID_AUTHORIZATION_SPECIFICATION when the user's access has ended; IO_ERROR when CDF
     *     cannot be reached; FEATURE_NOT_SUPPORTED when rights are not looked at
     */
    public Optional<TokenRights> rights(String project, String username) {
        return lifecycle.rights(project, username);
    }

    /**
     * Users of a project by name.
     *
     * @param after leaves out names up to and including this one; null to begin at the first
     * @param limit 1 or more
     */
    public List<GatewayUser> list(String project, @Nullable String after, int limit) {
        return lifecycle.list(project, after, limit);
    }

    /**
     * Gives a user another CDF session or client; name and password stay, and open connections use it from their next request to
     * CDF on, at other gateways within seconds. Empty when the project has no such user; then the nonce is not spent.
     *
     * @throws GatewayException as {@link #create}
     */
    public Optional<GatewayUser> renew(String project, String username, CdfCredentials credentials, String renewedBy) {
        return lifecycle.renew(project, username, credentials, renewedBy);
    }

    /**
     * Deletes a user; its open connections can do nothing more in CDF, at other gateways within seconds. Its engine
     * database is the caller's business.
     *
     * @return whether the project had such a user
     */
    public boolean delete(String project, String username, String deletedBy) {
        return lifecycle.delete(project, username, deletedBy);
    }

    /** Writes down something that was refused before it came here. */
    public void record(AuditEntry refusal) {
        store.change(connection -> AuditRows.insert(connection, refusal));
    }

    /** The users' custom tables. */
    public GatewayTables tables() {
        return tables;
    }

    /** Sessions that are still open get no new tokens. */
    @Override
    public void close() {
        watch.close();
        keeper.close();
        accesses.close();
        store.close();
    }
}
