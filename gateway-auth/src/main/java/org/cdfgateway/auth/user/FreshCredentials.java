package org.cdfgateway.auth.user;

import java.security.SecureRandom;
import org.cdfgateway.domain.identity.Secret;

/** Picks names and passwords (reference/postgres-gateway.md section 8, row 15). Both need no quoting in SQL, URLs, shells. */
final class FreshCredentials {
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";
    private static final String NAME_START = LOWER;
    private static final String NAME_PART = LOWER + DIGITS;
    private static final String PASSWORD_PART = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + LOWER + DIGITS;
    private static final int NAME_LENGTH = 16;
    private static final int PASSWORD_LENGTH = 32;

    private final SecureRandom random = new SecureRandom();

    /** 82 random bits: two names never meet in practice. */
    String username() {
        return text(NAME_START, 1) + text(NAME_PART, NAME_LENGTH - 1);
    }

    /** 190 random bits. */
    Secret password() {
        return new Secret(text(PASSWORD_PART, PASSWORD_LENGTH));
    }

    private String text(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
