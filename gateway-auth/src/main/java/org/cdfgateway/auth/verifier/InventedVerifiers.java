package org.cdfgateway.auth.verifier;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ScramMechanism;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.cdfgateway.domain.identity.ScramVerifier;
import org.cdfgateway.domain.identity.Secret;

/**
 * Verifiers for names that no user has: they look like real ones, no password fits them, and a name has the same one at
 * every time and at every gateway. As in PostgreSQL's {@code mock_scram_secret} (auth-scram.c).
 */
public final class InventedVerifiers {
    private static final ScramMechanism MECHANISM = ScramMechanism.SCRAM_SHA_256;

    private final byte[] secret;

    /** @param secret known to all gateways on one store and to nobody else */
    public InventedVerifiers(Secret secret) {
        this.secret = secret.reveal().getBytes(StandardCharsets.UTF_8);
    }

    public ScramVerifier of(String username) {
        return new ScramVerifier(
                Arrays.copyOf(derive("salt", username), ScramVerifiers.SALT_BYTES),
                ScramVerifiers.ITERATIONS,
                derive("stored key", username),
                derive("server key", username));
    }

    private byte[] derive(String part, String username) {
        byte[] input = (part + '\0' + username).getBytes(StandardCharsets.UTF_8);
        return ScramFunctions.hmac(MECHANISM, secret, input);
    }
}
