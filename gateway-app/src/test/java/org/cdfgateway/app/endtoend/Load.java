package org.cdfgateway.app.endtoend;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Statements on one connection, one after the other, until it is stopped or the connection ends. */
final class Load {
    /** Every one asks CDF. */
    static final String QUERY = "SELECT count(*) FROM assets";

    private final Connection connection;
    private final AtomicLong statements = new AtomicLong();
    private final List<SQLException> failures = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "load");
    private volatile boolean stopping;

    private Load(Connection connection) {
        this.connection = connection;
    }

    /** @param connection is closed by {@link #stop} */
    static Load start(Connection connection) {
        Load load = new Load(connection);
        load.thread.start();
        return load;
    }

    /** Those that succeeded. */
    long statements() {
        return statements.get();
    }

    List<SQLException> failures() {
        return List.copyOf(failures);
    }

    boolean isDisconnected() {
        return !thread.isAlive();
    }

    /** Returns what has failed. */
    List<SQLException> stop() throws InterruptedException, SQLException {
        stopping = true;
        thread.join();
        connection.close();
        return failures();
    }

    private void run() {
        while (!stopping) {
            try {
                Rows.count(connection, QUERY);
                statements.incrementAndGet();
            } catch (SQLException e) {
                failures.add(e);
                if (isEnd()) {
                    return;
                }
            }
        }
    }

    private boolean isEnd() {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }
}
