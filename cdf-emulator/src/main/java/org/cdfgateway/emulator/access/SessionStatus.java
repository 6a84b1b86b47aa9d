package org.cdfgateway.emulator.access;

import java.util.Locale;
import java.util.stream.Stream;
import org.cdfgateway.emulator.http.ApiError;

/** Where a session is in its life (reference/cdf-api-data.md sections 6.5 and 7.3). */
enum SessionStatus {
    READY,
    ACTIVE,
    CANCELLED,
    EXPIRED,
    REVOKED,
    ACCESS_LOST,
    DETACHED;

    /** @throws ApiError 400 for what is no status, in any case */
    static SessionStatus of(String text) {
        return Stream.of(values())
                .filter(status -> status.name().equals(text.toUpperCase(Locale.ROOT)))
                .findAny()
                .orElseThrow(() -> ApiError.badRequest("Invalid session status: " + text));
    }
}
