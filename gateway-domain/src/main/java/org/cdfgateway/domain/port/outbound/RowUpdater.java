package org.cdfgateway.domain.port.outbound;

import java.util.List;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowUpdate;
import org.cdfgateway.domain.write.WriteOutcome;

/**
 * Changes rows of one CDF resource that exist. Types and lengths have been checked; which columns may be changed, and
 * CDF's own limits, are checked here. Safe for use by several threads.
 */
public interface RowUpdater {

    /** CDF's calls as EXPLAIN shows them, for example {@code POST /assets/update}; none when they have no such name. */
    default List<String> operations() {
        return List.of();
    }

    /** Rows that one {@link #update} takes at most. */
    int maxBatchRows();

    /** Batches of one transaction that may be under way at the same time, 1 or more. */
    int parallelism();

    /**
     * Whether a row can be changed by nothing but its key, because CDF's call tells which rows do not exist. Otherwise
     * the row is read first, and each update comes with {@link RowUpdate#current()}.
     */
    boolean needsOnlyTheKey();

    /**
     * Checks what can be checked without CDF, so that a bad value is refused before anything is sent.
     *
     * @throws GatewayException GENERATED_ALWAYS for a column that cannot be changed, NOT_NULL_VIOLATION and the like,
     *     naming the column
     */
    void check(RowUpdate update);

    /**
     * Changes the rows. Blocks; ends early with QUERY_CANCELED when the thread is interrupted.
     *
     * @param updates of rows that differ from one another, all with the same kind of key and the same columns
     * @return what CDF holds now, all columns, in the order of the updates without the missing
     * @throws GatewayException nothing was changed, or only {@code acceptedRows} of the {@link PartialWriteException};
     *     NO_DATA_FOUND when rows are missing and {@code missing} is FAIL
     */
    WriteOutcome update(List<RowUpdate> updates, MissingRows missing, CdfAccess access);
}
