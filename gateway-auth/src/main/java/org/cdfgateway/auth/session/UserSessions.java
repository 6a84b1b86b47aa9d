package org.cdfgateway.auth.session;

import org.cdfgateway.auth.secret.KeyRing;
import org.cdfgateway.auth.store.StoredUser;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfCredentials;
import org.cdfgateway.domain.identity.GatewayUser;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.CdfSessions;
import org.cdfgateway.domain.port.outbound.CdfSessions.BoundSession;
import org.cdfgateway.domain.port.outbound.CdfSessions.SessionToken;

/** The access of gateway users to CDF. The only place that sees session keys and client secrets. Safe for use by several threads. */
public final class UserSessions {
    private final CdfSessions cdf;
    private final KeyRing keys;

    public UserSessions(CdfSessions cdf, KeyRing keys) {
        this.cdf = cdf;
        this.keys = keys;
    }

    /**
     * Spends the nonce, or sees whether the client gets a token.
     *
     * @throws GatewayException as {@link CdfSessions#bind}
     */
    public NewSession bind(String project, String username, CdfCredentials credentials) {
        BoundSession bound = cdf.bind(project, credentials);
        return new NewSession(bound.identity(), keys.seal(bound.secret(), purpose(username)), bound.token());
    }

    /**
     * Fetches a new access token, which also extends a CDF session.
     *
     * @throws GatewayException INVALID_AUTHORIZATION_SPECIFICATION when the access has ended, saying what to do;
     *     IO_ERROR when CDF cannot be reached
     */
    public SessionToken refresh(StoredUser stored) {
        GatewayUser user = stored.user();
        Secret secret = keys.open(stored.secret(), purpose(user.username()));
        try {
            return cdf.refresh(user.project(), user.identity(), secret);
        } catch (GatewayException e) {
            throw e.kind() == ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION ? ended(user, e) : e;
        }
    }

    private static GatewayException ended(GatewayUser user, GatewayException refusal) {
        String detail =
                refusal.detail().map(said -> refusal.text() + " " + said).orElse(refusal.text());
        return new GatewayException(
                        ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION,
                        user.identity()
                                .match(
                                        session -> "The CDF session " + session.id() + " of gateway user "
                                                + user.username() + " has ended.",
                                        client -> "The client " + client.clientId() + " of gateway user "
                                                + user.username() + " gets no access token any more."))
                .withDetail(detail)
                .withHint(user.identity()
                        .match(
                                session -> "Create a new session in CDF project " + user.project()
                                        + ", and with its nonce update gateway user " + user.username()
                                        + " or create another one.",
                                client -> "Update gateway user " + user.username()
                                        + " with a secret of the client that is valid, or with the nonce of a CDF"
                                        + " session."))
                .causedBy(refusal);
    }

    /** What the secret is encrypted as, of whichever kind it is. */
    public static String purpose(String username) {
        return "the session key of gateway user " + username;
    }
}
