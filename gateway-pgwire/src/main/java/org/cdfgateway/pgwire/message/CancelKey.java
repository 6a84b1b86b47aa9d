package org.cdfgateway.pgwire.message;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a client must present to cancel a statement of another connection. Compared in constant time, never printed. */
public final class CancelKey {
    private final int processId;
    private final byte[] secret;

    /** @param secret 4 bytes up to protocol 3.0, at most 256 bytes from 3.2 on */
    public CancelKey(int processId, byte[] secret) {
        this.processId = processId;
        this.secret = secret.clone();
    }

    public static CancelKey random(int processId, int secretBytes, SecureRandom random) {
        byte[] secret = new byte[secretBytes];
        random.nextBytes(secret);
        return new CancelKey(processId, secret);
    }

    public int processId() {
        return processId;
    }

    public byte[] secret() {
        return secret.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CancelKey key
                && processId == key.processId
                && MessageDigest.isEqual(secret, key.secret);
    }

    @Override
    public int hashCode() {
        return 31 * processId + Arrays.hashCode(secret);
    }

    @Override
    public String toString() {
        return "CancelKey[processId=" + processId + "]";
    }
}
