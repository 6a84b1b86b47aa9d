package org.cdfgateway.pgwire.scram;

import com.ongres.scram.common.ScramFunctions;
import com.ongres.scram.common.ScramMechanism;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.ScramVerifier;

/**
 * A SCRAM-SHA-256 or -PLUS exchange that waits for the client's proof. Made from the client's first message; takes the final one
 * once.
 */
public final class ScramChallenge {
    /** PostgreSQL's SCRAM_RAW_NONCE_LEN is 18 bytes, which makes 24 characters. */
    private static final int NONCE_CHARACTERS = 24;

    private static final int HASH_BYTES = 32;

    private final ScramVerifier verifier;
    private final ChannelBinding binding;
    private final ClientFirst first;
    private final String nonce;

    private ScramChallenge(ScramVerifier verifier, ChannelBinding binding, ClientFirst first, String nonce) {
        this.verifier = verifier;
        this.binding = binding;
        this.first = first;
        this.nonce = nonce;
    }

    /**
     * @param mechanism the client's choice
     * @param binding what was offered to bind to
     * @throws GatewayException PROTOCOL_VIOLATION when the message is malformed or the mechanism was not offered;
     *     INVALID_AUTHORIZATION_SPECIFICATION when the offer seems not to have reached the client
     */
    public static ScramChallenge answering(
            String mechanism, String clientFirst, ChannelBinding binding, ScramVerifier verifier, SecureRandom random) {
        return answering(mechanism, clientFirst, binding, verifier, ScramFunctions.nonce(NONCE_CHARACTERS, random));
    }

    static ScramChallenge answering(
            String mechanism, String clientFirst, ChannelBinding binding, ScramVerifier verifier, String serverNonce) {
        Mechanism selected = binding.offered(mechanism);
        ClientFirst first = ClientFirst.parse(clientFirst);
        binding.check(selected, first);
        return new ScramChallenge(verifier, binding, first, first.nonce() + serverNonce);
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
     * @throws GatewayException PROTOCOL_VIOLATION when the message does not belong to this exchange;
     *     INVALID_AUTHORIZATION_SPECIFICATION when the client's channel ends at another server
     */
    public Optional<String> verify(String clientFinal) {
        ClientFinal last = ClientFinal.parse(clientFinal);
        if (!isSame(binding.expected(first), last.channelBinding())) {
            if (first.bindingType().isPresent()) {
                throw new GatewayException(
                        ErrorKind.INVALID_AUTHORIZATION_SPECIFICATION, "SCRAM channel binding check failed");
            }
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
