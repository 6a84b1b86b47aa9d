package org.cdfgateway.emulator.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;

/** Numbers that look like chance and are the same for the same seed, with every JDK. For one thread. */
final class SeededChance implements RandomGenerator {

    private final MessageDigest digest;
    private final long seed;
    private long drawn;

    SeededChance(long seed) {
        this.seed = seed;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long nextLong() {
        byte[] number = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(seed)
                .putLong(drawn++)
                .array();
        return ByteBuffer.wrap(digest.digest(number)).getLong();
    }
}
