package org.cdfgateway.auth;

import java.time.Clock;
import java.time.Duration;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.CdfSessions;

/** Takes any nonce and always tells the same session key. */
final class SameKeySessions implements CdfSessions {
    private final Clock clock;

    SameKeySessions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public BoundSession bind(String project, Secret nonce) {
        Secret key = new Secret("the same key");
        return new BoundSession(1, key, refresh(project, 1, key));
    }

    @Override
    public SessionToken refresh(String project, long sessionId, Secret sessionKey) {
        return new SessionToken(new Secret("token"), clock.instant().plus(Duration.ofHours(1)));
    }
}
