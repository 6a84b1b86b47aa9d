package org.cdfgateway.pgwire.scan;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cdfgateway.domain.identity.GatewaySession;
import org.cdfgateway.domain.port.inbound.ClientContext;

/**
 * The gateway sessions that may each have one connection to the scan endpoint. Their tokens are too long to be guessed
 * and end with their session. Safe for use by several threads.
 */
public final class SessionTokens {
    /** In hexadecimal, as short as postgres_fdw's application_name must be: 63 bytes are kept. */
    private static final int TOKEN_BYTES = 30;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SessionBinding> sessions = new ConcurrentHashMap<>();

    /**
     * Lets connections of {@code session} in. The caller closes the result when the session ends.
     */
    public SessionBinding register(GatewaySession session, ClientContext client) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        SessionBinding binding = new SessionBinding(token, session, client, () -> sessions.remove(token));
        sessions.put(token, binding);
        return binding;
    }

    /** Whose connection it is that presents {@code token}. */
    Optional<SessionBinding> find(String token) {
        return Optional.ofNullable(sessions.get(token));
    }
}
