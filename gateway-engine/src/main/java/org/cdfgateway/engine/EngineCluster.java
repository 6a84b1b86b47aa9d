package org.cdfgateway.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.engine.process.ClusterSpec;
import org.cdfgateway.engine.process.Durability;

/** PostgreSQL's settings for the engine. */
final class EngineCluster {

    private static final String NAME = "engine";

    /** Kept for the gateway itself when users have taken all connections. */
    private static final int RESERVED_CONNECTIONS = 5;

    private static final int BYTES_IN_KB = 1024;

    private EngineCluster() {}

    static ClusterSpec spec(EngineSettings settings) {
        return new ClusterSpec(
                NAME,
                Durability.DISPOSABLE,
                postgresSettings(settings),
                // A role reaches the database of its own name and no other, whatever is granted.
                List.of("host sameuser all 127.0.0.1/32 scram-sha-256"),
                settings.sessionMemoryBytes());
    }

    private static Map<String, String> postgresSettings(EngineSettings settings) {
        Map<String, String> values = new LinkedHashMap<>(CommonSettings.VALUES);
        values.put("max_connections", Integer.toString(settings.maxConnections() + RESERVED_CONNECTIONS));
        values.put("superuser_reserved_connections", Integer.toString(RESERVED_CONNECTIONS));

        // Nothing is lost with the engine's files.
        values.put("fsync", "off");
        values.put("synchronous_commit", "off");
        values.put("full_page_writes", "off");
        values.put("max_wal_size", "256MB");
        values.put("min_wal_size", "32MB");

        // Little is shared: users' tables are foreign or temporary, so shared buffers hold catalogs.
        values.put("shared_buffers", "64MB");
        values.put("work_mem", kilobytes(Math.min(settings.userLimits().workMemBytes(), 16 << 20)));
        values.put(
                "maintenance_work_mem", kilobytes(Math.min(settings.userLimits().maintenanceWorkMemBytes(), 64 << 20)));
        values.put("temp_file_limit", kilobytes(settings.userLimits().tempFileBytes()));
        values.put(
                "statement_timeout",
                Long.toString(settings.userLimits().statementTimeout().toMillis()));
        values.put("max_parallel_workers", "2");
        values.put("max_parallel_workers_per_gather", "0");
        values.put("max_locks_per_transaction", "128");
        // 8 MB: a listener that never ends its transaction would let the queue grow to 8 GB.
        values.put("max_notify_queue_pages", "1024");

        // Temporary tables leave dead rows in the catalogs.
        values.put("autovacuum_max_workers", "1");
        values.put("autovacuum_worker_slots", "1");
        values.put("autovacuum_work_mem", "32MB");

        // What users run is shown to nobody, and not written anywhere.
        values.put("track_activities", "off");
        return values;
    }

    private static String kilobytes(long bytes) {
        return bytes / BYTES_IN_KB + "kB";
    }
}
