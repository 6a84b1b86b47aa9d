package org.cdfgateway.auth.fake;

import java.time.Instant;
import org.cdfgateway.auth.secret.EncryptionKey;
import org.cdfgateway.auth.secret.KeyRing;
import org.cdfgateway.auth.session.NewSession;
import org.cdfgateway.auth.session.UserSessions;
import org.cdfgateway.auth.store.StoredUser;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.identity.ScramVerifier;

/** Users as the store would return them. */
public final class StoredUsers {
    public static final String PROJECT = "plant";
    private static final ScramVerifier VERIFIER = new ScramVerifier(new byte[16], 4096, new byte[32], new byte[32]);

    private StoredUsers() {}

    /** A user with a session that the nonce's CDF knows. */
    public static StoredUser withNewSession(String username, long version, UserSessions sessions, FakeCdfSessions cdf) {
        NewSession session = sessions.bind(PROJECT, username, cdf.nonce());
        return new StoredUser(
                new GatewayUser(username, PROJECT, session.identity(), Instant.EPOCH, Instant.EPOCH),
                VERIFIER,
                session.secret(),
                version);
    }

    /** Sessions of {@code cdf} whose keys are encrypted with a key of their own. */
    public static UserSessions sessions(FakeCdfSessions cdf) {
        return new UserSessions(cdf, KeyRing.of(EncryptionKey.generate()));
    }
}
