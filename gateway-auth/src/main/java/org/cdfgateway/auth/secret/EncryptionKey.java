package org.cdfgateway.auth.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.Secret;

/**
 * A key that the store's secrets are encrypted with: AES-256-GCM, a random nonce for each value (NIST SP 800-38D, section
 * 8.2.2: good for 2^32 values of one key). Immutable.
 */
public final class EncryptionKey {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int ID_BYTES = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final String id;

    private EncryptionKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, "AES");
        this.id = idOf(bytes);
    }

    /** A new random key. */
    public static EncryptionKey generate() {
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return new EncryptionKey(bytes);
    }

    /**
     * @param text base64 of 32 bytes; white space around it is ignored
     * @throws GatewayException INVALID_PARAMETER_VALUE when it is anything else
     */
    public static EncryptionKey ofBase64(Secret text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.reveal().strip());
        } catch (IllegalArgumentException e) { // its message quotes the text, so it must not become the cause
            throw malformed("is not base64");
        }
        if (bytes.length != KEY_BYTES) {
            throw malformed("has " + bytes.length + " bytes");
        }
        return new EncryptionKey(bytes);
    }

    /**
     * Several keys, one or more, with white space between them.
     *
     * @throws GatewayException as {@link #ofBase64}
     */
    public static List<EncryptionKey> listOfBase64(Secret text) {
        return Arrays.stream(text.reveal().strip().split("\\s+"))
                .map(key -> ofBase64(new Secret(key)))
                .toList();
    }

    /** The key as {@link #ofBase64} reads it. */
    public Secret toBase64() {
        return new Secret(Base64.getEncoder().encodeToString(key.getEncoded()));
    }

    /** Tells keys apart without giving anything away. */
    public String id() {
        return id;
    }

    /** @param purpose what the secret is, for example {@code the session key of anna}; it can be opened only as the same */
    public SealedSecret seal(Secret secret, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] plain = secret.reveal().getBytes(StandardCharsets.UTF_8);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(plain);
            byte[] content = ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
            return new SealedSecret(id, content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot encrypt with " + TRANSFORMATION, e);
        }
    }

    /**
     * @throws GatewayException INVALID_PARAMETER_VALUE when another key sealed it; INTERNAL_ERROR when it was damaged or
     *     sealed for another purpose
     */
    public Secret open(SealedSecret sealed, String purpose) {
        if (!sealed.keyId().equals(id)) {
            throw new GatewayException(
                    ErrorKind.INVALID_PARAMETER_VALUE,
                    "The encryption key is " + id + ", but " + purpose + " was encrypted with key " + sealed.keyId()
                            + ".");
        }
        byte[] content = sealed.content();
        if (content.length < NONCE_BYTES + TAG_BYTES) {
            throw damaged(purpose);
        }
        byte[] nonce = Arrays.copyOf(content, NONCE_BYTES);
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce, purpose)
                    .doFinal(content, NONCE_BYTES, content.length - NONCE_BYTES);
            return new Secret(new String(plain, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            throw damaged(purpose).causedBy(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot decrypt with " + TRANSFORMATION, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String idOf(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] digest = mac.doFinal("cdf-gateway encryption key id".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }

    private static GatewayException malformed(String what) {
        return new GatewayException(
                        ErrorKind.INVALID_PARAMETER_VALUE,
                        "The encryption key " + what + " (expected: base64 of " + KEY_BYTES + " bytes).")
                .withHint("Make one with: openssl rand -base64 32");
    }

    private static GatewayException damaged(String purpose) {
        return new GatewayException(
                        ErrorKind.INTERNAL_ERROR,
                        "What the store holds as " + purpose
                                + " cannot be decrypted: it is damaged, or was stored as something else.")
                .withHint("Restore the store from a backup, or give the user a new CDF session.");
    }

    @Override
    public String toString() {
        return "EncryptionKey[id=" + id + "]";
    }
}
