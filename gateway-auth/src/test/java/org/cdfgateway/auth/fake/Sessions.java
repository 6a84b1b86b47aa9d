package org.cdfgateway.auth.fake;

import org.cdfgateway.domain.identity.CdfIdentity;

/** Looks into identities. */
public final class Sessions {
    private Sessions() {}

    /** The id of a CDF session. */
    public static long idOf(CdfIdentity identity) {
        return identity.match(CdfIdentity.Session::id, client -> {
            throw new IllegalArgumentException(client + " is no session");
        });
    }
}
