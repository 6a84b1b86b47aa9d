package org.cdfgateway.app.migrate;

import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.identity.Secret;

/** Reads CDF with one access token that somebody fetched, for as long as that is valid. */
public record TokenAccess(String project, Secret accessToken) implements CdfAccess {

    @Override
    public String principal() {
        return "command line";
    }

    @Override
    public void rejected(Secret token) {
        throw new GatewayException(
                        ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION, "CDF does not accept the access token any more")
                .withHint("Fetch another one.");
    }
}
