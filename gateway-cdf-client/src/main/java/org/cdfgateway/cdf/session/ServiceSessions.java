package org.cdfgateway.cdf.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cdfgateway.cdf.api.Call;
import org.cdfgateway.cdf.api.CallTimeouts;
import org.cdfgateway.cdf.api.CdfApis;
import org.cdfgateway.cdf.api.Operation;
import org.cdfgateway.cdf.api.SessionsApi;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfIdentity;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.CdfSessions.BoundSession;
import org.cdfgateway.domain.port.outbound.CdfSessions.SessionToken;

/**
 * CDF's session service, called with the gateway's own token: customers' tokens are not enough
 * (reference/cdf-api-data.md section 7.1).
 */
public final class ServiceSessions {
    /** CDF's answers when a session is not what it was (reference/cdf-api-data.md section 7.4). */
    private static final String ENDED_HINT = "Create a new CDF session and give its nonce to the gateway user.";

    private final SessionsApi api;
    private final CallTimeouts timeouts;
    private final Supplier<Optional<Secret>> serviceToken;
    private final Clock clock;

    /** @param serviceToken asked at each call; empty for calls without a token */
    public ServiceSessions(CdfApis apis, CallTimeouts timeouts, Supplier<Optional<Secret>> serviceToken, Clock clock) {
        this.api = apis.api(SessionsApi.class);
        this.timeouts = timeouts;
        this.serviceToken = serviceToken;
        this.clock = clock;
    }

    BoundSession bind(String project, Secret nonce) {
        SessionsApi.Token token = call(
                project,
                SessionsApi.BIND,
                call -> api.bind(project, new SessionsApi.Nonce(nonce.reveal()), call),
                refusal -> new GatewayException(ErrorKind.INVALID_PARAMETER_VALUE, "CDF does not accept the nonce")
                        .withHint("A nonce works once and for about a minute: create a new CDF session."));
        if (token.sessionKey() == null) {
            throw new GatewayException(ErrorKind.IO_ERROR, "CDF's answer to binding the nonce has no session key");
        }
        return new BoundSession(new CdfIdentity.Session(token.id()), new Secret(token.sessionKey()), token(token));
    }

    SessionToken refresh(String project, long sessionId, Secret sessionKey) {
        return token(call(
                project,
                SessionsApi.REFRESH,
                call -> api.refresh(project, new SessionsApi.Key(sessionId, sessionKey.reveal()), call),
                refusal -> new GatewayException(
                                ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION,
                                "CDF session " + sessionId + " has ended")
                        .withHint(ENDED_HINT)));
    }

    private SessionsApi.Token call(
            String project,
            Operation operation,
            Function<Call, SessionsApi.Token> send,
            Function<GatewayException, GatewayException> refused) {
        FixedToken service =
                new FixedToken(project, "gateway", serviceToken.get().orElse(FixedToken.NONE));
        try {
            return send.apply(timeouts.start(operation, service));
        } catch (GatewayException e) {
            if (e.kind() == ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION) {
                throw new GatewayException(
                                ErrorKind.INSUFFICIENT_PRIVILEGE,
                                "CDF's session service does not accept the gateway's own token")
                        .withHint("Check the token in the file that gateway.cdf.service-token-file names.")
                        .causedBy(e);
            }
            if (isRefusal(e)) {
                GatewayException refusal = refused.apply(e).causedBy(e);
                throw e.detail().map(refusal::withDetail).orElse(refusal);
            }
            throw e;
        }
    }

    /** CDF has understood and declined; what it cannot do right now is another matter. */
    private static boolean isRefusal(GatewayException failure) {
        return switch (failure.kind()) {
            case IO_ERROR, CONFIGURATION_LIMIT_EXCEEDED, QUERY_CANCELED -> false;
            default -> true;
        };
    }

    private SessionToken token(SessionsApi.Token token) {
        Duration lifetime = Duration.ofMillis(Math.round(token.expiresIn() * 1_000));
        return new SessionToken(new Secret(token.accessToken()), clock.instant().plus(lifetime));
    }
}
