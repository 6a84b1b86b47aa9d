package org.cdfgateway.emulator.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.cdfgateway.emulator.http.Admission;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Caller;
import org.cdfgateway.emulator.http.Gate;
import org.cdfgateway.emulator.right.Rights;
import org.jspecify.annotations.Nullable;

/** Checks bearer tokens; rights are looked up for every request, so a change of groups counts at once. */
final class TokenGate implements Gate {

    private static final String SCHEME = "Bearer ";

    private final Clients clients;
    private final AccessTokens tokens;
    private final Sessions sessions;
    private final @Nullable String serviceToken;

    /** @param serviceToken of services; null to take any that is not a client's, or none */
    TokenGate(Clients clients, AccessTokens tokens, Sessions sessions, @Nullable String serviceToken) {
        this.clients = clients;
        this.tokens = tokens;
        this.sessions = sessions;
        this.serviceToken = serviceToken;
    }

    @Override
    public Caller admit(@Nullable String authorization, Admission admission) {
        return switch (admission.callers()) {
            case ALL -> Caller.NOBODY;
            case SERVICES -> service(tokenOf(authorization));
            case WITH_TOKEN -> known(tokenOf(authorization), admission);
        };
    }

    /** Empty when there is none. */
    private static String tokenOf(@Nullable String authorization) {
        return authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? ""
                : authorization.substring(SCHEME.length()).strip();
    }

    /** The token of a client or a session, which all CDF's other calls want, is not one of a service. */
    private Caller service(String token) {
        boolean isService = serviceToken == null ? tokens.find(token) == null : isSame(token, serviceToken);
        if (!isService) {
            throw ApiError.unauthorized();
        }
        return Caller.NOBODY;
    }

    private static boolean isSame(String token, String expected) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private Caller known(String token, Admission admission) {
        AccessTokens.Grant grant = tokens.find(token);
        if (grant == null || !clients.knows(grant.clientId()) || !isOfActiveSession(grant)) {
            throw ApiError.unauthorized();
        }
        Rights rights = clients.rightsOf(grant.clientId());
        admission.check(rights);
        return new Caller(grant.clientId(), grant.sessionId(), grant.expires(), rights);
    }

    private boolean isOfActiveSession(AccessTokens.Grant grant) {
        Long sessionId = grant.sessionId();
        return sessionId == null || sessions.isActive(sessionId);
    }
}
