package org.cdfgateway.domain.port.outbound;

import java.util.List;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.row.Row;

/**
 * Inserts rows into one CDF resource. Rows have all columns of the table, in the order of its definition. Types and
 * lengths have been checked; read-only and required columns and CDF's own limits are checked here. Safe for use by
 * several threads.
 */
public interface RowInserter {

    /** CDF's calls as EXPLAIN shows them, for example {@code POST /assets}; none when they have no such name. */
    default List<String> operations() {
        return List.of();
    }

    /** Rows that one {@link #insert} takes at most. */
    int maxBatchRows();

    /** Batches of one transaction that may be under way at the same time, 1 or more. */
    int parallelism();

    /** Whether the batch refers to rows that earlier batches of the same transaction may create. */
    boolean dependsOnEarlier(List<Row> rows);

    /**
     * Whether the row may refer to rows of other tables by a key that the client chooses, so that those which the same
     * transaction inserted before must be sent before.
     */
    default boolean refersToOtherTables(Row row) {
        return true;
    }

    /**
     * Checks what can be checked without CDF, so that a bad row is refused before anything is sent.
     *
     * @throws GatewayException GENERATED_ALWAYS, NOT_NULL_VIOLATION and the like, naming the column
     */
    void check(Row row);

    /**
     * Sends the rows and returns them as CDF has stored them, in the same order, with the columns that CDF fills in where
     * its answer tells them. Blocks; ends early with QUERY_CANCELED when the thread is interrupted.
     *
     * @throws GatewayException the rows of this call were not accepted, or only {@code acceptedRows} of the
     *     {@link PartialWriteException}
     */
    List<Row> insert(List<Row> rows, CdfAccess access);

    /** As {@link #insert}, for whoever does not look at the rows as CDF has stored them: they need not be decoded. */
    default void insertOnly(List<Row> rows, CdfAccess access) {
        insert(rows, access);
    }
}
