package org.cdfgateway.auth.session;

import org.cdfgateway.auth.secret.KeyRing;
import org.cdfgateway.auth.store.StoredUser;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.CdfSessions;
import org.cdfgateway.domain.port.outbound.CdfSessions.BoundSession;
import org.cdfgateway.domain.port.outbound.CdfSessions.SessionToken;

/** The CDF sessions of gateway users. The only place that sees session keys. Safe for use by several threads. */
public final class UserSessions {
    private final CdfSessions cdf;
    private final KeyRing keys;

    public UserSessions(CdfSessions cdf, KeyRing keys) {
        this.cdf = cdf;
        this.keys = keys;
    }

    /**
     * Spends the nonce.
     *
     * @throws GatewayException INVALID_PARAMETER_VALUE with CDF's words when it takes the nonce for unknown, expired or
     *     used; IO_ERROR when CDF cannot be reached
     */
    public NewSession bind(String project, String username, Secret nonce) {
        BoundSession bound = cdf.bind(project, nonce);
        return new NewSession(bound.sessionId(), keys.seal(bound.sessionKey(), purpose(username)), bound.token());
    }

    /**
     * Fetches a new access token, which also extends the session.
     *
     * @throws GatewayException INVALID_AUTHORIZATION_SPECIFICATION when the session has ended, saying what to do;
     *     IO_ERROR when CDF cannot be reached
     */
    public SessionToken refresh(StoredUser stored) {
        GatewayUser user = stored.user();
        Secret sessionKey = keys.open(stored.sessionKey(), purpose(user.username()));
        try {
            return cdf.refresh(user.project(), user.sessionId(), sessionKey);
        } catch (GatewayException e) {
            throw e.kind() == ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION ? ended(user, e) : e;
        }
    }

    private static GatewayException ended(GatewayUser user, GatewayException refusal) {
        return new GatewayException(
                        ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION,
                        "The CDF session " + user.sessionId() + " of gateway user " + user.username() + " has ended.")
                .withDetail(refusal.text())
                .withHint("Create a new session in CDF project " + user.project()
                        + ", and with its nonce update gateway user " + user.username() + " or create another one.")
                .causedBy(refusal);
    }

    /** What session keys are encrypted as. */
    public static String purpose(String username) {
        return "the session key of gateway user " + username;
    }
}
