package org.cdfgateway.cdf.api;

/**
 * The access right that a call needs, for example {@code assetsAcl:READ} (reference/cdf-api-data.md section 5.4).
 */
public record RequiredCapability(String acl, String action) {
    /** How the names of data modeling's ACLs begin. */
    private static final String DATA_MODELING = "dataModel";

    /** What the right can be limited to, for messages. */
    public String scopes() {
        return acl.startsWith(DATA_MODELING) ? "spaces" : "data sets";
    }

    @Override
    public String toString() {
        return acl + ":" + action;
    }
}
