package org.cdfgateway.pgwire.scan;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.cdfgateway.domain.identity.GatewaySession;

/**
 * The gateway sessions that may each make one connection to the scan endpoint. Their tokens are too long to be guessed,
 * are good for one connection and end with their session. Safe for use by several threads.
 */
public final class SessionTokens {
    /** In hexadecimal, as short as postgres_fdw's application_name must be: 63 bytes are kept. */
    private static final int TOKEN_BYTES = 30;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SessionBinding> waiting = new ConcurrentHashMap<>();

    /**
     * Expects a connection of {@code session}. The caller closes the result when the session ends.
     *
     * @param warnings see {@link org.cdfgateway.domain.port.inbound.RemoteSessions#open}
     * @param lost runs once when the connection ends before the binding is closed; does not block
     */
    public SessionBinding register(GatewaySession session, Consumer<String> warnings, Runnable lost) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        SessionBinding binding = new SessionBinding(token, session, warnings, lost, () -> waiting.remove(token));
        waiting.put(token, binding);
        return binding;
    }

    /** Whose connection it is that presents {@code token}; the next one with the same token gets nothing. */
    Optional<SessionBinding> redeem(String token) {
        return Optional.ofNullable(waiting.remove(token));
    }
}
