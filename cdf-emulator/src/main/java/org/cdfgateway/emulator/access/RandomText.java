package org.cdfgateway.emulator.access;

import java.security.SecureRandom;
import java.util.Base64;

/** Texts nobody can guess: tokens, nonces, session keys. */
final class RandomText {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A number from 1 to 2^53 - 1. */
    static long nextId() {
        return RANDOM.nextLong(1, 1L << 53);
    }
}
