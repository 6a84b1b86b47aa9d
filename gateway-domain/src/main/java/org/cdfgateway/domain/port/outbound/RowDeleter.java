package org.cdfgateway.domain.port.outbound;

import java.util.List;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.WriteOutcome;

/** Deletes rows of one CDF resource. Safe for use by several threads. */
public interface RowDeleter {

    /** CDF's calls as EXPLAIN shows them, for example {@code POST /assets/delete}; none when they have no such name. */
    default List<String> operations() {
        return List.of();
    }

    /** Rows that one {@link #delete} takes at most. */
    int maxBatchRows();

    /** Batches of one transaction that may be under way at the same time, 1 or more. */
    int parallelism();

    /** Whether CDF's call tells which rows do not exist. Otherwise they are read first and never missing. */
    boolean needsOnlyTheKey();

    /**
     * The keys in an order in which CDF can delete them: what refers to another row of the table comes before it. Asks CDF
     * where it must.
     *
     * @param keys of one kind
     */
    default List<RowKey> deletionOrder(List<RowKey> keys, CdfAccess access) {
        return keys;
    }

    /**
     * Deletes the rows. Blocks; ends early with QUERY_CANCELED when the thread is interrupted.
     *
     * @param keys distinct and of one kind
     * @return no rows, and the keys that are missing
     * @throws GatewayException nothing was deleted, or only {@code acceptedRows} of the {@link PartialWriteException};
     *     NO_DATA_FOUND when rows are missing and {@code missing} is FAIL
     */
    WriteOutcome delete(List<RowKey> keys, MissingRows missing, CdfAccess access);
}
