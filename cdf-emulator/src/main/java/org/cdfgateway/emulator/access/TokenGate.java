package org.cdfgateway.emulator.access;

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

    TokenGate(Clients clients, AccessTokens tokens, Sessions sessions) {
        this.clients = clients;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public Caller admit(@Nullable String authorization, Admission admission) {
        if (!admission.needsToken()) {
            return Caller.NOBODY;
        }
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw ApiError.unauthorized();
        }
        AccessTokens.Grant grant =
                tokens.find(authorization.substring(SCHEME.length()).strip());
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
