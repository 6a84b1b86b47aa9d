package org.cdfgateway.engine.provisioning;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs changes of a database that wait for sessions which use what is changed, but not for ever: after some seconds the
 * sessions of the database that hold locks on tables are ended. Administrators' changes come first.
 */
final class LockBreaker {

    private static final Logger LOG = LoggerFactory.getLogger(LockBreaker.class);

    /** Long enough for most statements, short enough for whoever waits for an answer over HTTP. */
    private static final String PATIENCE = "3s";

    private static final int ATTEMPTS = 3;

    /** The class of SQLSTATE that a lock which cannot be had belongs to. */
    private static final String NOT_IN_PREREQUISITE_STATE = "55";

    /** Waits up to a second for each to be gone. */
    private static final String END_HOLDERS = """
            SELECT pid, pg_terminate_backend(pid, 1000)
            FROM (
              SELECT DISTINCT pid FROM pg_locks
              WHERE locktype = 'relation' AND granted AND relation >= 16384 AND pid <> pg_backend_pid()
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            ) holders
            """;

    private final Connection database;

    LockBreaker(Connection database) {
        this.database = database;
    }

    /** Runs the statements in one transaction. */
    void execute(String statements) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (Statement statement = database.createStatement()) {
                statement.setEscapeProcessing(false);
                // one message with several statements is one transaction
                statement.execute("SET LOCAL lock_timeout = '" + PATIENCE + "';\n" + statements);
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !isLocked(e)) {
                    throw e;
                }
                endHolders();
            }
        }
    }

    private static boolean isLocked(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && state.startsWith(NOT_IN_PREREQUISITE_STATE);
    }

    private void endHolders() throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(END_HOLDERS)) {
            while (rows.next()) {
                LOG.warn(
                        "ended session {} of {}: it kept a table in use that an administrator changes",
                        rows.getInt(1),
                        database.getCatalog());
            }
        }
    }
}
