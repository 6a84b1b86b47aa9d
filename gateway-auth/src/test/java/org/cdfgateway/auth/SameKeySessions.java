package org.cdfgateway.auth;

import java.time.Clock;
import java.time.Duration;
import org.cdfgateway.domain.identity.CdfCredentials;
import org.cdfgateway.domain.identity.CdfIdentity;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.CdfSessions;

/** Takes any nonce and always tells the same session key. */
final class SameKeySessions implements CdfSessions {
    private final Clock clock;

    SameKeySessions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public BoundSession bind(String project, CdfCredentials credentials) {
        Secret key = new Secret("the same key");
        CdfIdentity identity = new CdfIdentity.Session(1);
        return new BoundSession(identity, key, refresh(project, identity, key));
    }

    @Override
    public SessionToken refresh(String project, CdfIdentity identity, Secret secret) {
        return new SessionToken(new Secret("token"), clock.instant().plus(Duration.ofHours(1)));
    }
}
