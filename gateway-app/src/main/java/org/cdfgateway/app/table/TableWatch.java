package org.cdfgateway.app.table;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every other second for what other gateways on the same store have changed about custom tables of users that are known
 * here. A store that cannot be reached is asked again at the next look.
 */
public final class TableWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TableWatch.class);
    private static final long LOOKS_EVERY_SECONDS = 2;

    private final UserTableSets tables;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "custom-table-watch");
        thread.setDaemon(true);
        return thread;
    });
    private boolean failing;

    private TableWatch(UserTableSets tables) {
        this.tables = tables;
    }

    /** Whoever starts closes. */
    @SuppressWarnings("FutureReturnValueIgnored") // look() lets no exception out
    public static TableWatch start(UserTableSets tables) {
        TableWatch watch = new TableWatch(tables);
        watch.schedule.scheduleWithFixedDelay(watch::look, LOOKS_EVERY_SECONDS, LOOKS_EVERY_SECONDS, TimeUnit.SECONDS);
        return watch;
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }

    /** The schedule would stop at the first exception that leaves it; an outage is told once. */
    private void look() {
        try {
            tables.lookForChanges();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && !schedule.isShutdown()) {
                LOG.warn("What other gateways change about custom tables is not noticed at the moment", e);
            }
            failing = true;
        }
    }
}
