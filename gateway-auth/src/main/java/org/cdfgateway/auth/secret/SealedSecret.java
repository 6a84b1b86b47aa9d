package org.cdfgateway.auth.secret;

/**
 * A secret that only its {@link EncryptionKey} can open.
 *
 * @param keyId which key sealed it, see {@link EncryptionKey#id()}
 * @param content {@code 12 bytes of nonce | ciphertext | 16 bytes of tag}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; neither its maker nor the store keeps the array
public record SealedSecret(String keyId, byte[] content) {

    @Override
    public String toString() {
        return "SealedSecret[keyId=" + keyId + "]";
    }
}
