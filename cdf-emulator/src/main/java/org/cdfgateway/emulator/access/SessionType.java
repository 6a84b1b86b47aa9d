package org.cdfgateway.emulator.access;

/** Where a session gets its rights from (reference/cdf-api-data.md section 6.1). */
enum SessionType {
    CLIENT_CREDENTIALS,
    TOKEN_EXCHANGE,
    ONESHOT_TOKEN_EXCHANGE;

    boolean isExtendable() {
        return this != ONESHOT_TOKEN_EXCHANGE;
    }
}
