package org.cdfgateway.domain.port.outbound;

import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.RowBatch;
import org.jspecify.annotations.Nullable;

/**
 * A read under way. {@link #next()} belongs to one thread at a time; {@link #close()} may come from any thread at any
 * moment and ends a waiting {@code next()} with QUERY_CANCELED.
 *
 * <p>The first {@code next()} costs at most the requests that the first page needs: nothing is read ahead before the
 * second call, so that a LIMIT that is satisfied by one page makes one request; only when several answers in a row
 * were empty, others may be asked for at the same time. From then on reading ahead is bounded.
 */
public interface RowReader extends AutoCloseable {

    /**
     * The next rows, at least one; null at the end. Blocks.
     *
     * @throws GatewayException whatever CDF answered, retries used up; QUERY_CANCELED after {@link #close()}
     */
    @Nullable
    RowBatch next();

    /** Abandons what is under way, requests included. Idempotent, does not block, never fails. */
    @Override
    void close();
}
