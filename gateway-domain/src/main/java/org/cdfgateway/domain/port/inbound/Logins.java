package org.cdfgateway.domain.port.inbound;

import java.util.Optional;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.GatewaySession;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.identity.ScramVerifier;

/** Who may log in. Safe for use by several threads; calls block on the store. */
public interface Logins {

    /**
     * What a client's proof is checked against. An unknown user gets an invented verifier, the same every time, so that
     * the exchange looks the same and fails at its end.
     */
    Candidate candidate(String username);

    /**
     * Opens a session for a user whose proof was right.
     *
     * @throws GatewayException INVALID_AUTHORIZATION_SPECIFICATION when the user was deleted meanwhile
     */
    GatewaySession open(GatewayUser user);

    /** @param user empty for an unknown user: the login fails even if the proof fits */
    record Candidate(ScramVerifier verifier, Optional<GatewayUser> user) {}
}
