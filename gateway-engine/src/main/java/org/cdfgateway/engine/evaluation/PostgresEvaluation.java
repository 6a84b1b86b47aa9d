package org.cdfgateway.engine.evaluation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.port.outbound.RowEvaluation;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.engine.process.ClusterAccess;
import org.cdfgateway.engine.provisioning.EvaluationDatabase;
import org.jspecify.annotations.Nullable;

/** Computes in the database that is made for it, over a few connections that are opened when they are needed. */
public final class PostgresEvaluation implements RowEvaluation, AutoCloseable {
    public static final int MAX_CONNECTIONS = 4;

    /** For a few thousand rows at most. */
    private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);

    /** As postgres_fdw has them on its connections (configure_remote_session in its connection.c). */
    private static final String SESSION_SETTINGS = """
            SET search_path = pg_catalog;
            SET timezone = 'GMT';
            SET datestyle = ISO;
            SET intervalstyle = postgres;
            SET extra_float_digits = 3;
            SET default_transaction_read_only = on;
            SET statement_timeout = %d
            """.formatted(STATEMENT_TIMEOUT.toMillis());

    private final Supplier<ClusterAccess> engine;
    private final Semaphore permits = new Semaphore(MAX_CONNECTIONS, true);
    private final Deque<Opened> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /** @param access of the start of the cluster that the connection was made in */
    private record Opened(ClusterAccess access, Connection connection) {}

    /** @param engine how to connect at the moment */
    public PostgresEvaluation(Supplier<ClusterAccess> engine) {
        this.engine = engine;
    }

    @Override
    public List<List<@Nullable String>> evaluate(
            List<String> expressions, List<Column> columns, List<List<@Nullable String>> rows) {
        String query = EvaluationQuery.of(expressions, columns, rows);
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException(ErrorKind.QUERY_CANCELED, "canceling statement due to user request").causedBy(e);
        }
        try {
            return run(query, expressions.size());
        } catch (SQLException e) {
            throw EvaluationFailure.of(e);
        } finally {
            permits.release();
        }
    }

    @Override
    public void close() {
        closed = true;
        Opened opened;
        while ((opened = idle.poll()) != null) {
            discard(opened.connection());
        }
    }

    private List<List<@Nullable String>> run(String query, int width) throws SQLException {
        Opened opened = open(engine.get());
        boolean usable = true;
        try (Statement statement = opened.connection().createStatement();
                ResultSet results = statement.executeQuery(query)) {
            List<List<@Nullable String>> rows = new ArrayList<>();
            while (results.next()) {
                List<@Nullable String> values = new ArrayList<>(width);
                for (int i = 1; i <= width; i++) {
                    values.add(results.getString(i));
                }
                rows.add(values);
            }
            return rows;
        } catch (SQLException e) {
            usable = EvaluationFailure.leavesConnectionUsable(e);
            throw e;
        } finally {
            if (usable && !closed) {
                idle.push(opened);
            } else {
                discard(opened.connection());
            }
        }
    }

    /** After a restart of the cluster the connections of before are dead. */
    private Opened open(ClusterAccess access) throws SQLException {
        Opened opened;
        while ((opened = idle.poll()) != null) {
            if (opened.access() == access) {
                return opened;
            }
            discard(opened.connection());
        }
        Connection connection = access.connectAs(EvaluationDatabase.NAME);
        try (Statement statement = connection.createStatement()) {
            statement.execute(SESSION_SETTINGS);
        } catch (SQLException e) {
            discard(connection);
            throw e;
        }
        return new Opened(access, connection);
    }

    private static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // it is given up anyway
        }
    }
}
