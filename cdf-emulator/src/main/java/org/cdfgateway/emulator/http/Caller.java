package org.cdfgateway.emulator.http;

import java.time.Instant;
import org.cdfgateway.emulator.right.Rights;

/**
 * Who sent a request.
 *
 * @param clientId the client whose rights count, also for a session
 * @param tokenExpires when the token of the request ends
 * @param rights as they are now
 */
public record Caller(String clientId, Instant tokenExpires, Rights rights) {

    /** Sends requests that need no token. */
    public static final Caller NOBODY = new Caller("", Instant.MAX, Rights.NONE);
}
