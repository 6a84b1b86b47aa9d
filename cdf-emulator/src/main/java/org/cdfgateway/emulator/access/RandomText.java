package org.cdfgateway.emulator.access;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** Texts nobody can guess: tokens, nonces, session keys; and ids. */
final class RandomText {

    private static final int BYTES = 32;
    private final RandomGenerator chance;

    RandomText(RandomGenerator chance) {
        this.chance = chance;
    }

    String next() {
        byte[] bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A number from 1 to 2^53 - 1. */
    long nextId() {
        return chance.nextLong(1, 1L << 53);
    }
}
