package org.cdfgateway.engine;

import java.util.Map;

/** PostgreSQL's settings for both clusters. */
final class CommonSettings {

    static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("max_replication_slots", "0"),
            Map.entry("max_prepared_transactions", "0"),
            Map.entry("max_logical_replication_workers", "0"),
            Map.entry("io_method", "sync"),
            Map.entry("huge_pages", "off"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("lc_messages", "C"),
            Map.entry("allow_alter_system", "off"),
            Map.entry("password_encryption", "scram-sha-256"),
            // Passwords carry 256 random bits. Iterations protect guessable ones, and would only delay every login.
            Map.entry("scram_iterations", "1"),
            // Errors may quote values of statements; so nothing between LOG and FATAL, and never the statement.
            Map.entry("log_min_messages", "log"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_statement", "none"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("log_autovacuum_min_duration", "-1"),
            Map.entry("logging_collector", "off"));

    private CommonSettings() {}
}
