package org.cdfgateway.engine.provisioning;

import java.time.Duration;

/**
 * How much one gateway user can take. The bounds on settings hold against {@code set_config}; statements with SET are the
 * statement guard's business, so it has to be given the same bounds.
 *
 * @param connections sessions of one user at a time
 * @param workMemBytes upper bound of {@code work_mem}
 * @param maintenanceWorkMemBytes upper bound of {@code maintenance_work_mem}
 * @param tempBuffersBytes upper bound of {@code temp_buffers}
 * @param hashMemMultiplier upper bound of {@code hash_mem_multiplier}, 1 or more
 * @param tempFileBytes what one session may put into temporary files: sorts and joins fail with 53400 past it; and what the
 *     temporary tables of all sessions of the user may take: past it {@link TemporaryTableWatch} ends the sessions
 * @param statementTimeout default and upper bound of {@code statement_timeout}; zero for none
 */
public record UserLimits(
        int connections,
        long workMemBytes,
        long maintenanceWorkMemBytes,
        long tempBuffersBytes,
        double hashMemMultiplier,
        long tempFileBytes,
        Duration statementTimeout) {

    private static final long MEBIBYTE = 1 << 20;

    /** The connections are those of reference/postgres-gateway.md section 8 number 16. */
    public static final UserLimits DEFAULT =
            new UserLimits(20, 64 * MEBIBYTE, 64 * MEBIBYTE, 32 * MEBIBYTE, 4, 10_240 * MEBIBYTE, Duration.ZERO);

    public UserLimits {
        require(connections >= 1, "connections", connections, ">= 1");
        require(workMemBytes >= MEBIBYTE, "workMemBytes", workMemBytes, ">= 1 MiB");
        require(maintenanceWorkMemBytes >= MEBIBYTE, "maintenanceWorkMemBytes", maintenanceWorkMemBytes, ">= 1 MiB");
        require(tempBuffersBytes >= MEBIBYTE, "tempBuffersBytes", tempBuffersBytes, ">= 1 MiB");
        require(hashMemMultiplier >= 1, "hashMemMultiplier", hashMemMultiplier, ">= 1");
        require(tempFileBytes >= MEBIBYTE, "tempFileBytes", tempFileBytes, ">= 1 MiB");
        require(!statementTimeout.isNegative(), "statementTimeout", statementTimeout, "zero or more");
    }

    private static void require(boolean valid, String name, Object value, String expected) {
        if (!valid) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
