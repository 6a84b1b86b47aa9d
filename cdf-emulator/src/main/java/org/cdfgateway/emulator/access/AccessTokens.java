package org.cdfgateway.emulator.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Bearer tokens that were handed out. Ended ones are forgotten when new ones are made. For any number of threads. */
final class AccessTokens {

    /** @param sessionId null for a client's own token */
    record Grant(String clientId, @Nullable Long sessionId, Instant expires) {}

    private static final int CLEAN_AT = 10_000;

    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final Clock clock;
    private final RandomText texts;
    private final Duration life;

    AccessTokens(Clock clock, RandomText texts, Duration life) {
        this.clock = clock;
        this.texts = texts;
        this.life = life;
    }

    /** @param latest the token does not outlive it */
    Issued issue(String clientId, @Nullable Long sessionId, Instant latest) {
        Instant now = clock.instant();
        Instant expires = now.plus(life).isBefore(latest) ? now.plus(life) : latest;
        if (grants.size() > CLEAN_AT) {
            grants.values().removeIf(grant -> !grant.expires().isAfter(now));
        }
        String token = texts.next();
        grants.put(token, new Grant(clientId, sessionId, expires));
        return new Issued(token, Duration.between(now, expires).toSeconds());
    }

    /** What the token stands for; null when it is unknown or has ended. */
    @Nullable
    Grant find(String token) {
        Grant grant = grants.get(token);
        return grant != null && grant.expires().isAfter(clock.instant()) ? grant : null;
    }

    void revokeOfClient(String clientId) {
        grants.values().removeIf(grant -> grant.clientId().equals(clientId));
    }

    record Issued(String token, long expiresInSeconds) {

        @Override
        public String toString() {
            return "Issued[expiresIn=" + expiresInSeconds + "]";
        }
    }
}
