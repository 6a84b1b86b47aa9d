package org.cdfgateway.emulator.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.cdfgateway.emulator.http.ApiError;
import org.cdfgateway.emulator.http.Caller;
import org.jspecify.annotations.Nullable;

/** All sessions of the project and their changes of state, each of them atomic. */
final class Sessions {

    private final TreeMap<Long, Session> byId = new TreeMap<>();
    private final Clients clients;
    private final Clock clock;
    private final RandomText texts;
    private final Duration nonceLife;
    private final Duration sessionLife;

    Sessions(Clients clients, Clock clock, RandomText texts, Duration nonceLife, Duration sessionLife) {
        this.clients = clients;
        this.clock = clock;
        this.texts = texts;
        this.nonceLife = nonceLife;
        this.sessionLife = sessionLife;
    }

    /**
     * @param secret the client's, when the session is to sign in with it; otherwise null
     * @throws ApiError 400 when the creator is a session that was itself created from within one
     */
    synchronized Session create(SessionType type, String clientId, @Nullable String secret, Caller creator) {
        Instant now = clock.instant();
        Session.Owner owner = new Session.Owner(clientId, secret, depthFor(creator));
        Instant latest = type.isExtendable() ? Instant.MAX : creator.tokenExpires();
        Session session = new Session(
                texts.nextId(),
                type,
                SessionStatus.READY,
                owner,
                texts.next(),
                now.plus(nonceLife),
                texts.next(),
                now,
                earlier(now.plus(sessionLife), latest),
                latest);
        byId.put(session.id(), session);
        return session;
    }

    /** Sessions are created from within others one level deep only (reference/cdf-api-data.md section 6.5). */
    private int depthFor(Caller creator) {
        Session parent = creator.sessionId() == null ? null : byId.get(creator.sessionId());
        if (parent == null) {
            return 0;
        }
        if (parent.owner().depth() > 0) {
            throw ApiError.badRequest("A session that was created from within a session cannot create sessions");
        }
        return 1;
    }

    /**
     * Spends the nonce.
     *
     * @param maxExpirationSeconds cap on the whole life of the session from now on; null for none
     */
    synchronized Session bind(String nonce, @Nullable Long maxExpirationSeconds) {
        Instant now = clock.instant();
        Session session = byId.values().stream()
                .filter(candidate -> candidate.nonce().equals(nonce))
                .findAny()
                .map(candidate -> candidate.at(now))
                .filter(candidate -> candidate.status() == SessionStatus.READY)
                .orElseThrow(() -> ApiError.badRequest("Nonce has expired"));
        Instant latest = maxExpirationSeconds == null
                ? session.latest()
                : earlier(now.plusSeconds(maxExpirationSeconds), session.latest());
        return put(session.bound(earlier(now.plus(sessionLife), latest), latest));
    }

    synchronized Session refresh(long id, String key) {
        Instant now = clock.instant();
        Session session = byId.get(id);
        if (session == null || !session.key().equals(key)) {
            throw ApiError.badRequest("Session not found");
        }
        Session current = put(session.at(now));
        if (current.status() != SessionStatus.ACTIVE) {
            throw ApiError.of(403, "Session is " + current.status());
        }
        if (hasLostAccess(current.owner())) {
            put(current.withStatus(SessionStatus.ACCESS_LOST));
            throw ApiError.of(403, "Session is " + SessionStatus.ACCESS_LOST);
        }
        return current.type().isExtendable()
                ? put(current.bound(earlier(now.plus(sessionLife), current.latest()), current.latest()))
                : current;
    }

    private boolean hasLostAccess(Session.Owner owner) {
        return owner.secret() == null
                ? !clients.knows(owner.clientId())
                : !clients.accepts(owner.clientId(), owner.secret());
    }

    /** @throws ApiError 400 when one of them does not exist; then none is detached */
    synchronized List<Session> detach(List<Long> ids) {
        return change(ids, session -> session.isOpen() ? session.withStatus(SessionStatus.DETACHED) : session);
    }

    /** @throws ApiError 400 when one of them does not exist; then none is revoked */
    synchronized List<Session> revoke(List<Long> ids) {
        return change(ids, session -> session.isOpen() ? session.withStatus(SessionStatus.REVOKED) : session);
    }

    /** Revokes a session if there is one. */
    synchronized void revokeIfKnown(long id) {
        if (byId.containsKey(id)) {
            revoke(List.of(id));
        }
    }

    /** @throws ApiError 400 when one of them does not exist */
    synchronized List<Session> byIds(List<Long> ids) {
        return change(ids, UnaryOperator.identity());
    }

    synchronized List<Session> all() {
        return byIds(List.copyOf(byId.keySet()));
    }

    /** Whether tokens of the session count. */
    synchronized boolean isActive(long id) {
        Session session = byId.get(id);
        return session != null && session.at(clock.instant()).status() == SessionStatus.ACTIVE;
    }

    private List<Session> change(List<Long> ids, UnaryOperator<Session> next) {
        List<Session> found = new ArrayList<>();
        for (Long id : ids) {
            Session session = byId.get(id);
            if (session == null) {
                throw ApiError.badRequest("Session not found");
            }
            found.add(session.at(clock.instant()));
        }
        return found.stream().map(session -> put(next.apply(session))).toList();
    }

    private Session put(Session session) {
        byId.put(session.id(), session);
        return session;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
