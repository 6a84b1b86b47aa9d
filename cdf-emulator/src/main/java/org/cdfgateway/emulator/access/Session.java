package org.cdfgateway.emulator.access;

import java.time.Instant;

/**
 * A session as it is at one moment.
 *
 * @param clientId whose rights it has
 * @param nonceExpires until when the nonce can be exchanged
 * @param expires when it ends unless it is refreshed
 * @param latest when it ends in any case
 */
record Session(
        long id,
        SessionType type,
        SessionStatus status,
        String clientId,
        String nonce,
        Instant nonceExpires,
        String key,
        Instant created,
        Instant expires,
        Instant latest) {

    Session withStatus(SessionStatus next) {
        return new Session(id, type, next, clientId, nonce, nonceExpires, key, created, expires, latest);
    }

    Session bound(Instant end, Instant last) {
        return new Session(id, type, SessionStatus.ACTIVE, clientId, nonce, nonceExpires, key, created, end, last);
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
