package org.cdfgateway.app.admin;

/** Where it is written down that a change was refused. Blocks; lets no exception out. */
@FunctionalInterface
public interface RefusalAudit {

    void refused(Refusal refusal);

    /** The kinds of change. */
    enum ChangeKind {
        CREATE_USER,
        RENEW_SESSION,
        DELETE_USER,
        CREATE_TABLE,
        DELETE_TABLE
    }

    /**
     * @param actor subject of the caller's token
     * @param project as the caller named it
     * @param username as the caller named it; empty when it named none
     * @param reason with the status; holds no secret
     */
    record Refusal(String actor, ChangeKind kind, String project, String username, String reason) {}
}
