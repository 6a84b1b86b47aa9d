package org.cdfgateway.auth.user;

/**
 * How many gateway users there may be.
 *
 * @param usersPerProject for each CDF project; two calls at the same time may pass it by one
 */
public record UserLimits(int usersPerProject) {
    /** As proposed in reference/postgres-gateway.md section 8, row 16. */
    public static final UserLimits DEFAULT = new UserLimits(100);

    public UserLimits {
        if (usersPerProject < 1) {
            throw new IllegalArgumentException("usersPerProject: " + usersPerProject + " (expected: >= 1)");
        }
    }
}
