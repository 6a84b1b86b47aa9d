package org.cdfgateway.sql.guard;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a client may raise its own limits with SET. Lowering is always allowed.
 *
 * @param maxWorkMemKilobytes for {@code work_mem}, {@code maintenance_work_mem} and {@code logical_decoding_work_mem}
 * @param maxTempBuffersKilobytes for {@code temp_buffers}
 * @param maxHashMemMultiplier for {@code hash_mem_multiplier}
 * @param maxParallelWorkers for {@code max_parallel_workers_per_gather} and its kin
 * @param statementTimeout cap of {@code statement_timeout}; empty when the client decides
 * @param transactionTimeout cap of {@code transaction_timeout}; empty when the client decides
 * @param idleInTransactionTimeout cap of {@code idle_in_transaction_session_timeout}; empty when the client decides
 */
public record SettingLimits(
        long maxWorkMemKilobytes,
        long maxTempBuffersKilobytes,
        double maxHashMemMultiplier,
        int maxParallelWorkers,
        Optional<Duration> statementTimeout,
        Optional<Duration> transactionTimeout,
        Optional<Duration> idleInTransactionTimeout) {

    private static final long KILOBYTES_OF_64_MEGABYTES = 64L * 1024;

    /** 64 MB of work memory and of temporary buffers, PostgreSQL's own defaults for the rest, no caps on timeouts. */
    public static SettingLimits defaults() {
        return new SettingLimits(
                KILOBYTES_OF_64_MEGABYTES,
                KILOBYTES_OF_64_MEGABYTES,
                2.0,
                2,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
