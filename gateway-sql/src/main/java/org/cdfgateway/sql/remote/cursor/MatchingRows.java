package org.cdfgateway.sql.remote.cursor;

import java.util.List;
import java.util.function.UnaryOperator;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowBatch;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.sql.remote.call.RunningCall;
import org.cdfgateway.sql.remote.compute.ConditionCheck;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table for which a condition is true, page by page; at most one page is held. Reading starts with the first
 * page. {@link #close()} may come from any thread, all else belongs to the session's.
 */
public final class MatchingRows implements AutoCloseable {
    private final TableAdapter adapter;
    private final Scan scan;
    private final UnaryOperator<List<Row>> before;
    private final ConditionCheck check;
    private final CdfAccess access;
    private final RunningCall call;
    private volatile @Nullable RowReader reader;

    /** @param before what becomes of the rows before they are checked */
    public MatchingRows(
            TableAdapter adapter,
            Scan scan,
            UnaryOperator<List<Row>> before,
            ConditionCheck check,
            CdfAccess access,
            RunningCall call) {
        this.adapter = adapter;
        this.scan = scan;
        this.before = before;
        this.check = check;
        this.access = access;
        this.call = call;
    }

    /** The rows of the next page, perhaps none of it; null at the end. Blocks. */
    public @Nullable List<Row> next() {
        RowReader open = open();
        RowBatch read = call.onCancel(open::close, open::next);
        if (read == null) {
            open.close();
            return null;
        }
        return check.passing(before.apply(read.rows()));
    }

    /** Abandons the read. Idempotent; never fails. */
    @Override
    public void close() {
        RowReader open = reader;
        if (open != null) {
            open.close();
        }
    }

    private RowReader open() {
        RowReader open = reader;
        if (open == null) {
            open = adapter.read(scan, access);
            reader = open;
        }
        return open;
    }
}
