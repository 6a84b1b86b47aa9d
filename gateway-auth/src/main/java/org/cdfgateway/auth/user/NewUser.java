package org.cdfgateway.auth.user;

import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.identity.Secret;

/**
 * A gateway user that has just been created.
 *
 * @param password told this once; the gateway keeps a verifier only
 */
public record NewUser(GatewayUser user, Secret password) {

    public String username() {
        return user.username();
    }
}
