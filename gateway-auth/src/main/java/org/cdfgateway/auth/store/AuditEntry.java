package org.cdfgateway.auth.store;

import java.time.Instant;

/**
 * Who did what to a gateway user, and how it ended.
 *
 * @param actor subject of the token that asked for it
 * @param result {@link #DONE}, or the name of the condition it failed with
 */
public record AuditEntry(Instant time, String actor, Action action, String project, String username, String result) {
    public static final String DONE = "done";

    /** What can be done to a gateway user. */
    public enum Action {
        CREATE_USER,
        RENEW_SESSION,
        DELETE_USER
    }
}
