package org.cdfgateway.auth.store;

import java.time.Instant;

/**
 * Who did what, or was not let, and how it ended.
 *
 * @param actor subject of the token that asked for it, or the operating system's user for what is done to the store
 * @param project empty for what concerns all of the store
 * @param username the gateway user it was done to; empty when there is none
 * @param result {@link #DONE}, {@link #REFUSED}, {@link #NOT_FOUND}, or the name of the condition it failed with
 * @param detail what else there is to know, in words; often empty
 */
public record AuditEntry(
        Instant time, String actor, Action action, String project, String username, String result, String detail) {
    public static final String DONE = "done";

    /** The caller may not do it, or asked for something that makes no sense. */
    public static final String REFUSED = "refused";

    public static final String NOT_FOUND = "not found";

    /** What can be done. The names are what the store holds, in lower case. */
    public enum Action {
        CREATE_USER,
        RENEW_SESSION,
        DELETE_USER,
        CREATE_TABLE,
        DELETE_TABLE,
        ROTATE_KEY,
        RESTORE
    }
}
