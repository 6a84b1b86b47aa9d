package org.cdfgateway.emulator.http;

import java.time.Instant;

/**
 * Who sent a request.
 *
 * @param clientId the client whose rights count, also for a session
 * @param tokenExpires when the token of the request ends
 */
public record Caller(String clientId, Instant tokenExpires) {

    /** Sends requests that need no token. */
    public static final Caller NOBODY = new Caller("", Instant.MAX);
}
