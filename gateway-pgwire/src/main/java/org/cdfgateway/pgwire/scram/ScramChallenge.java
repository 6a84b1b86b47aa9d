package org.cdfgateway.pgwire.scram;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ScramMechanism;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.ScramVerifier;

/**
 * A SCRAM-SHA-256 exchange that waits for the client's proof. Made from the client's first message; takes the final one
 * once.
 */
public final class ScramChallenge {
    public static final String MECHANISM = "SCRAM-SHA-256";

    /** PostgreSQL's SCRAM_RAW_NONCE_LEN is 18 bytes, which makes 24 characters. */
    private static final int NONCE_CHARACTERS = 24;

    private static final int HASH_BYTES = 32;

    private final ScramVerifier verifier;
    private final ClientFirst first;
    private final String nonce;

    private ScramChallenge(ScramVerifier verifier, ClientFirst first, String nonce) {
        this.verifier = verifier;
        this.first = first;
        this.nonce = nonce;
    }

    /** @throws GatewayException PROTOCOL_VIOLATION when the message is malformed or wants channel binding */
    public static ScramChallenge answering(String clientFirst, ScramVerifier verifier, SecureRandom random) {
        return answering(clientFirst, verifier, ScramFunctions.nonce(NONCE_CHARACTERS, random));
    }

    static ScramChallenge answering(String clientFirst, ScramVerifier verifier, String serverNonce) {
        ClientFirst first = ClientFirst.parse(clientFirst);
        return new ScramChallenge(verifier, first, first.nonce() + serverNonce);
    }

    /** The server's first message: {@code r=nonce,s=salt,i=iterations}. */
    public String message() {
        return "r=" + nonce + ",s=" + Base64.getEncoder().encodeToString(verifier.salt()) + ",i="
                + verifier.iterations();
    }

    /**
     * Checks the client's proof.
     *
     * @return the server's final message, {@code v=signature}; empty when the password is wrong
     * @throws GatewayException PROTOCOL_VIOLATION when the message does not belong to this exchange
     */
    public Optional<String> verify(String clientFinal) {
        ClientFinal last = ClientFinal.parse(clientFinal);
        byte[] expectedBinding = Base64.getEncoder().encode(first.gs2Header().getBytes(StandardCharsets.US_ASCII));
        if (!isSame(expectedBinding, last.channelBinding())) {
            throw ClientFirst.malformed("unexpected channel binding in client-final-message");
        }
        if (!isSame(nonce.getBytes(StandardCharsets.US_ASCII), last.nonce())) {
            throw ClientFirst.malformed("nonce does not match");
        }
        if (last.proof().length != HASH_BYTES) {
            throw ClientFirst.malformed("proof has the wrong length");
        }
        String authMessage = first.bare() + "," + message() + "," + last.withoutProof();
        ScramMechanism sha256 = ScramMechanism.SCRAM_SHA_256;
        if (!ScramFunctions.verifyClientProof(sha256, last.proof(), verifier.storedKey(), authMessage)) {
            return Optional.empty();
        }
        byte[] signature = ScramFunctions.serverSignature(sha256, verifier.serverKey(), authMessage);
        return Optional.of("v=" + Base64.getEncoder().encodeToString(signature));
    }

    private static boolean isSame(byte[] expected, String actual) {
        return MessageDigest.isEqual(expected, actual.getBytes(StandardCharsets.UTF_8));
    }
}
