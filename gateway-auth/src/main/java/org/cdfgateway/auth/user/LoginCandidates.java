package org.cdfgateway.auth.user;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cdfgateway.auth.session.DeletedUser;
import org.cdfgateway.auth.store.Store;
import org.cdfgateway.auth.store.StoredUser;
import org.cdfgateway.auth.store.UserRows;
import org.cdfgateway.auth.verifier.InventedVerifiers;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.identity.ScramVerifier;
import org.cdfgateway.domain.port.inbound.Logins.Candidate;

/** Looks up who wants to log in. An unknown name takes the same steps as a known one. */
public final class LoginCandidates {
    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9]{0,62}");

    private final Store store;
    private final InventedVerifiers inventedVerifiers;
    private final UnknownNameLog unknownNames;

    public LoginCandidates(Store store, InventedVerifiers inventedVerifiers, Clock clock) {
        this.store = store;
        this.inventedVerifiers = inventedVerifiers;
        this.unknownNames = new UnknownNameLog(clock);
    }

    /** See {@link org.cdfgateway.domain.port.inbound.Logins#candidate}. */
    public Candidate candidate(String username) {
        // made for everybody, so that both answers take the same time
        ScramVerifier invented = inventedVerifiers.of(username);
        Optional<StoredUser> stored = find(username);
        if (stored.isEmpty()) {
            unknownNames.count();
        }
        return new Candidate(stored.map(StoredUser::verifier).orElse(invented), stored.map(StoredUser::user));
    }

    /** @throws GatewayException INVALID_AUTHORIZATION_SPECIFICATION when the user was deleted meanwhile */
    public StoredUser confirm(GatewayUser user) {
        return find(user.username()).orElseThrow(() -> new DeletedUser(user.username()).failure());
    }

    /** A name that no user can have need not, and with a zero character could not, be looked up. */
    private Optional<StoredUser> find(String username) {
        return USERNAME.matcher(username).matches()
                ? store.inTransaction(connection -> UserRows.find(connection, username))
                : Optional.empty();
    }
}
