package org.cdfgateway.auth.token;

import java.time.Duration;
import java.time.Instant;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.CdfSessions.SessionToken;

/**
 * An access token and when it has to be replaced (reference/cdf-api-data.md section 7.5).
 *
 * @param dueTime from here on a new one is fetched while this one is still handed out
 * @param endTime from here on it is not handed out any more
 */
record AccessToken(Secret secret, Instant dueTime, Instant endTime) {
    private static final Duration RENEWED_BEFORE_EXPIRY = Duration.ofSeconds(60);
    private static final Duration UNUSED_BEFORE_EXPIRY = Duration.ofSeconds(10);

    /** Tokens that live for a short time only keep half of it for use, another quarter for the exchange. */
    static AccessToken of(SessionToken token, Instant fetched) {
        Duration life = Duration.between(fetched, token.expires());
        return new AccessToken(
                token.accessToken(),
                token.expires().minus(shorter(RENEWED_BEFORE_EXPIRY, life.dividedBy(2))),
                token.expires().minus(shorter(UNUSED_BEFORE_EXPIRY, life.dividedBy(4))));
    }

    boolean isDue(Instant now) {
        return !now.isBefore(dueTime);
    }

    boolean isUsable(Instant now) {
        return now.isBefore(endTime);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
