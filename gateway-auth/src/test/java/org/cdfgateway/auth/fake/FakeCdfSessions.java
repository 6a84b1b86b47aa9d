package org.cdfgateway.auth.fake;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfCredentials;
import org.cdfgateway.domain.identity.CdfCredentials.ClientCredentials;
import org.cdfgateway.domain.identity.CdfCredentials.Nonce;
import org.cdfgateway.domain.identity.CdfIdentity;
import org.cdfgateway.domain.identity.Secret;
import org.cdfgateway.domain.port.outbound.CdfSessions;

/**
 * A session service in memory: nonces live for 60 s and work once, tokens live for an hour, sessions can be revoked
 * (reference/cdf-api-data.md sections 6 and 7).
 */
public final class FakeCdfSessions implements CdfSessions {
    public static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private static final URI TOKEN_URI = URI.create("https://login.example.com/token");
    private static final Duration NONCE_LIFE = Duration.ofSeconds(60);

    private final Clock clock;
    private final AtomicLong numbers = new AtomicLong(1000);
    private final Map<Secret, Instant> nonces = new ConcurrentHashMap<>();
    private final Map<String, Secret> clients = new ConcurrentHashMap<>();
    private final Map<Long, OpenSession> sessions = new ConcurrentHashMap<>();
    private final List<Long> refreshed = new CopyOnWriteArrayList<>();
    private final List<Secret> issued = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    public FakeCdfSessions(Clock clock) {
        this.clock = clock;
    }

    public Nonce nonce() {
        Secret nonce = secret("nonce");
        nonces.put(nonce, clock.instant().plus(NONCE_LIFE));
        return new Nonce(nonce);
    }

    /** Credentials of a client that gets tokens until {@link #expire}. */
    public ClientCredentials client(String id) {
        Secret secret = secret("client-secret");
        clients.put(id, secret);
        return new ClientCredentials(Optional.empty(), id, secret, Optional.empty());
    }

    /** The client gets no tokens any more. */
    public void expire(String clientId) {
        clients.remove(clientId);
    }

    public void revoke(long sessionId) {
        sessions.remove(sessionId);
    }

    /** From now on CDF cannot be reached. */
    public void breakDown() {
        broken = true;
    }

    public void recover() {
        broken = false;
    }

    /** The session ids of all refreshes so far, refused ones too. */
    public List<Long> refreshed() {
        return List.copyOf(refreshed);
    }

    /** Every secret ever told or expected. */
    public List<Secret> secrets() {
        return List.copyOf(issued);
    }

    @Override
    public BoundSession bind(String project, CdfCredentials credentials) {
        failWhenBroken();
        return credentials.match(nonce -> bind(project, nonce.nonce()), this::bind);
    }

    private BoundSession bind(ClientCredentials client) {
        CdfIdentity.Client identity = new CdfIdentity.Client(TOKEN_URI, client.clientId(), "scope");
        return new BoundSession(identity, client.clientSecret(), refresh(identity, client.clientSecret()));
    }

    private BoundSession bind(String project, Secret nonce) {
        Instant end = nonces.remove(nonce);
        if (end == null || !clock.instant().isBefore(end)) {
            throw new GatewayException(ErrorKind.INVALID_PARAMETER_VALUE, "Nonce has expired");
        }
        long id = numbers.incrementAndGet();
        OpenSession session = new OpenSession(project, secret("key"));
        sessions.put(id, session);
        return new BoundSession(new CdfIdentity.Session(id), session.key(), token());
    }

    @Override
    public SessionToken refresh(String project, CdfIdentity identity, Secret secret) {
        return identity.match(session -> refresh(project, session.id(), secret), client -> refresh(client, secret));
    }

    private SessionToken refresh(CdfIdentity.Client client, Secret secret) {
        failWhenBroken();
        if (!secret.equals(clients.get(client.clientId()))) {
            throw new GatewayException(ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION, "Secret has expired");
        }
        return token();
    }

    private SessionToken refresh(String project, long sessionId, Secret sessionKey) {
        refreshed.add(sessionId);
        failWhenBroken();
        OpenSession session = sessions.get(sessionId);
        if (session == null || !session.equals(new OpenSession(project, sessionKey))) {
            throw new GatewayException(ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION, "Session not found");
        }
        return token();
    }

    private void failWhenBroken() {
        if (broken) {
            throw new GatewayException(ErrorKind.IO_ERROR, "CDF cannot be reached: connection refused.");
        }
    }

    private SessionToken token() {
        return new SessionToken(secret("token"), clock.instant().plus(TOKEN_LIFE));
    }

    private Secret secret(String kind) {
        Secret secret = new Secret(kind + "-" + numbers.incrementAndGet() + "-not-for-the-store");
        issued.add(secret);
        return secret;
    }

    private record OpenSession(String project, Secret key) {}
}
