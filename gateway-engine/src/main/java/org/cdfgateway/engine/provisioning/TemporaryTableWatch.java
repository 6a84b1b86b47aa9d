package org.cdfgateway.engine.provisioning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.engine.process.ClusterAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the sessions of a user whose temporary tables have grown past the bound, which frees their space. PostgreSQL has no
 * setting for that: {@code temp_file_limit} does not count temporary tables. Looks every few seconds, so a little more than
 * the bound may be used for a moment.
 */
public final class TemporaryTableWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryTableWatch.class);
    private static final int PERIOD_SECONDS = 3;

    /** A database begins as a copy of the template, and users can add nothing but temporary tables. */
    private static final String END_SESSIONS = """
            SELECT DISTINCT grown.datname, pg_terminate_backend(session.pid)
            FROM (
              SELECT oid, datname FROM pg_database
              WHERE oid IN (SELECT datid FROM pg_stat_activity WHERE backend_type = 'client backend')
                AND pg_database_size(oid) - (SELECT pg_database_size(oid) FROM pg_database WHERE datname = ?) > ?
            ) grown
            JOIN pg_stat_activity session ON session.datid = grown.oid AND session.pid <> pg_backend_pid()
            """;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "temporary-table-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final ScheduledFuture<?> watching;
    private final String template;
    private final long bytes;
    private final Supplier<ClusterAccess> engine;

    TemporaryTableWatch(String template, long bytes, Supplier<ClusterAccess> engine) {
        this.template = template;
        this.bytes = bytes;
        this.engine = engine;
        this.watching = timer.scheduleWithFixedDelay(this::look, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        watching.cancel(true);
        timer.shutdownNow();
    }

    private void look() {
        try (Connection admin = engine.get().connect(ClusterAccess.MAINTENANCE_DATABASE);
                PreparedStatement statement = admin.prepareStatement(END_SESSIONS)) {
            statement.setString(1, template);
            statement.setLong(2, bytes);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    LOG.warn(
                            "ended the sessions of {}: temporary tables larger than {} bytes",
                            rows.getString(1),
                            bytes);
                }
            }
        } catch (SQLException | GatewayException e) {
            // The engine may be starting again; a task that throws would never be run again.
            LOG.debug("cannot look at the size of temporary tables", e);
        }
    }
}
