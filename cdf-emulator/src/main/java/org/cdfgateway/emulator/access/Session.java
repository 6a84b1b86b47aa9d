package org.cdfgateway.emulator.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as it is at one moment.
 *
 * @param nonceExpires until when the nonce can be exchanged
 * @param expires when it ends unless it is refreshed
 * @param latest when it ends in any case
 */
record Session(
        long id,
        SessionType type,
        SessionStatus status,
        Owner owner,
        String nonce,
        Instant nonceExpires,
        String key,
        Instant created,
        Instant expires,
        Instant latest) {

    /**
     * Whose rights a session has.
     *
     * @param secret what it signs in with again when it is refreshed; null when it lives on its creator's token
     * @param depth 0 for a session of a client, 1 for one that was created from within a session
     */
    record Owner(String clientId, @Nullable String secret, int depth) {

        @Override
        public String toString() {
            return clientId;
        }
    }

    String clientId() {
        return owner.clientId();
    }

    Session withStatus(SessionStatus next) {
        return new Session(id, type, next, owner, nonce, nonceExpires, key, created, expires, latest);
    }

    Session bound(Instant end, Instant last) {
        return new Session(id, type, SessionStatus.ACTIVE, owner, nonce, nonceExpires, key, created, end, last);
    }

    boolean isOpen() {
        return status == SessionStatus.READY || status == SessionStatus.ACTIVE;
    }

    /** The state it has drifted into by the passing of time alone. */
    Session at(Instant now) {
        boolean missedNonce = status == SessionStatus.READY && !nonceExpires.isAfter(now);
        boolean missedRefresh = status == SessionStatus.ACTIVE && !expires.isAfter(now);
        return missedNonce || missedRefresh ? withStatus(SessionStatus.EXPIRED) : this;
    }

    @Override
    public String toString() {
        return "Session[" + id + ", " + type + ", " + status + "]";
    }
}
