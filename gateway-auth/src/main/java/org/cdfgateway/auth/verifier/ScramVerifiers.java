package org.cdfgateway.auth.verifier;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ScramMechanism;
import com.ongres.scram.common.StringPreparation;
import java.security.SecureRandom;
import org.cdfgateway.domain.identity.ScramVerifier;
import org.cdfgateway.domain.identity.Secret;

/** Makes SCRAM-SHA-256 verifiers (RFC 5802 section 3, RFC 7677) of passwords. */
public final class ScramVerifiers {
    /**
     * The least that RFC 7677 allows, and PostgreSQL's default. More rounds protect passwords that can be guessed; the
     * gateway's are 190 random bits.
     */
    static final int ITERATIONS = 4096;

    static final int SALT_BYTES = 16;

    private static final ScramMechanism MECHANISM = ScramMechanism.SCRAM_SHA_256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ScramVerifiers() {}

    /** A verifier with a salt of its own. */
    public static ScramVerifier of(Secret password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return of(password, salt, ITERATIONS);
    }

    static ScramVerifier of(Secret password, byte[] salt, int iterations) {
        byte[] salted = ScramFunctions.saltedPassword(
                MECHANISM,
                StringPreparation.POSTGRESQL_PREPARATION,
                password.reveal().toCharArray(),
                salt,
                iterations);
        byte[] clientKey = ScramFunctions.clientKey(MECHANISM, salted);
        return new ScramVerifier(
                salt,
                iterations,
                ScramFunctions.storedKey(MECHANISM, clientKey),
                ScramFunctions.serverKey(MECHANISM, salted));
    }
}
