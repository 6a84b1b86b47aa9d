package org.cdfgateway.domain.identity;

import org.cdfgateway.domain.error.GatewayException;

/** The rights one gateway user reads and writes CDF with. Safe for use by several threads; lives as long as the user. */
public interface CdfAccess {

    /** The CDF project's URL name. */
    String project();

    /** Names the identity in caches and logs, and tells two identities apart. Not a secret. */
    String principal();

    /**
     * An access token that is valid for some time to come. Blocks while one is fetched.
     *
     * @throws GatewayException INVALID_AUTHORIZATION_SPECIFICATION when the CDF session has ended, IO_ERROR when CDF
     *     cannot be reached
     */
    Secret accessToken();

    /**
     * Like {@link #accessToken()}, for a request that changes something.
     *
     * @throws GatewayException INSUFFICIENT_PRIVILEGE when the user may only read
     */
    default Secret writingToken() {
        return accessToken();
    }

    /**
     * Reports that CDF answered 401 to {@code token}; the next {@link #accessToken()} fetches another one unless that
     * has happened already.
     */
    void rejected(Secret token);
}
