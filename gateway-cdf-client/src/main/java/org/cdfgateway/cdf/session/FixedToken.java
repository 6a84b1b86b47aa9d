package org.cdfgateway.cdf.session;

import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.identity.Secret;

/** A token that is used as it is and never replaced. */
record FixedToken(String project, String principal, Secret token) implements CdfAccess {

    /** Stands for calls without a token. */
    static final Secret NONE = new Secret("");

    @Override
    public Secret accessToken() {
        return token;
    }

    @Override
    public void rejected(Secret rejected) {
        // There is no other token.
    }
}
