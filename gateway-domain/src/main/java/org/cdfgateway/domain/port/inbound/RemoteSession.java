package org.cdfgateway.domain.port.inbound;

import java.util.Iterator;
import java.util.List;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.RowBatch;
import org.cdfgateway.domain.table.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * Answers the SQL that one postgres_fdw connection sends: transactions, cursors, changes of rows and estimates. All methods but
 * {@link #cancel()} and {@link #close()} belong to one thread at a time and block on CDF.
 */
public interface RemoteSession extends AutoCloseable {

    /** Runs the statements of a text one after the other, each when the iterator moves to it. */
    Iterator<RemoteResult> query(String sql);

    /**
     * Keeps a statement with parameters {@code $1, $2, ...} under a name; the empty name may be replaced.
     *
     * @throws GatewayException SYNTAX_ERROR, UNDEFINED_TABLE, UNDEFINED_COLUMN, FEATURE_NOT_SUPPORTED
     */
    void prepare(String name, String sql);

    /** The columns that executing the statement returns; empty when it returns no rows. */
    List<ResultColumn> describe(String name);

    /** @param parameters in PostgreSQL's text format */
    RemoteResult execute(String name, List<@Nullable String> parameters);

    TransactionStatus status();

    /** Ends what is running with QUERY_CANCELED; nothing happens when nothing runs. Any thread; does not block. */
    void cancel();

    /** Abandons reads under way and discards rows that were not sent. Any thread; idempotent; never fails. */
    @Override
    void close();

    enum TransactionStatus {
        IDLE,
        OPEN,
        FAILED
    }

    record ResultColumn(String name, SqlType type) {}

    /** The outcome of one statement. Rows are pulled, so whoever sends them on decides the pace. */
    interface RemoteResult {

        /** Empty when the statement returns no rows. */
        List<ResultColumn> columns();

        /** The next rows, at least one, with the values of {@link #columns()}; null at the end. Blocks. */
        @Nullable
        RowBatch next();

        /** The command tag, for example {@code FETCH 1000}. Known after {@link #next()} has returned null. */
        String tag();
    }
}
