package org.cdfgateway.emulator.http;

import java.time.Instant;
import org.cdfgateway.emulator.right.Rights;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request.
 *
 * @param clientId the client whose rights count, also for a session
 * @param sessionId null for a client with a token of its own
 * @param tokenExpires when the token of the request ends
 * @param rights as they are now
 */
public record Caller(String clientId, @Nullable Long sessionId, Instant tokenExpires, Rights rights) {

    /** Sends requests that need no token. */
    public static final Caller NOBODY = new Caller("", null, Instant.MAX, Rights.NONE);
}
