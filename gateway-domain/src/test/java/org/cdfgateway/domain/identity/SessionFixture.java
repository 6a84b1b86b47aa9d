package org.cdfgateway.domain.identity;

import java.time.Instant;
import java.util.UUID;

/** Gateway sessions that are equal in every run. */
public final class SessionFixture {
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    private SessionFixture() {}

    public static GatewaySession aSession() {
        return new GatewaySession(
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                new GatewayUser("u1", "oil-field", new CdfIdentity.Session(17), CREATED, CREATED),
                FixedAccess.anAccess());
    }
}
