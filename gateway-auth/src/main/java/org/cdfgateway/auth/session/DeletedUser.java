package org.cdfgateway.auth.session;

import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;

/** A gateway user that was deleted while somebody was logging in or connected. */
public record DeletedUser(String username) {

    public GatewayException failure() {
        return new GatewayException(
                        ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION,
                        "The gateway user " + username + " has been deleted.")
                .withHint("Create another gateway user and connect with its name and password.");
    }
}
