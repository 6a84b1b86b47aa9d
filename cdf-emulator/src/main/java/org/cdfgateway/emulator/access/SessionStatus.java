package org.cdfgateway.emulator.access;

/** Where a session is in its life (reference/cdf-api-data.md section 6.5). */
enum SessionStatus {
    READY,
    ACTIVE,
    CANCELLED,
    EXPIRED,
    REVOKED,
    ACCESS_LOST
}
