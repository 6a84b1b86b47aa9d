package org.cdfgateway.domain.identity;

/**
 * What is kept of a password: enough to verify a SCRAM-SHA-256 proof (RFC 5802, RFC 7677), not enough to log in.
 *
 * @param salt 16 bytes or more
 * @param iterations 4096 or more
 * @param storedKey 32 bytes
 * @param serverKey 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never compared; the arrays are not shared with callers
public record ScramVerifier(byte[] salt, int iterations, byte[] storedKey, byte[] serverKey) {

    public ScramVerifier {
        salt = salt.clone();
        storedKey = storedKey.clone();
        serverKey = serverKey.clone();
    }

    @Override
    public String toString() {
        return "ScramVerifier[iterations=" + iterations + "]";
    }
}
