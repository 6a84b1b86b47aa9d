package org.cdfgateway.auth.store;

import org.cdfgateway.auth.secret.SealedSecret;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.identity.ScramVerifier;

/**
 * A gateway user as the store has it.
 *
 * @param secret the key of its CDF session or the secret of its client
 * @param version grows with each change of the CDF session
 */
public record StoredUser(GatewayUser user, ScramVerifier verifier, SealedSecret secret, long version) {

    public String username() {
        return user.username();
    }

    /** @param other the same user, read at another time */
    public boolean isNewerThan(StoredUser other) {
        return version > other.version;
    }
}
