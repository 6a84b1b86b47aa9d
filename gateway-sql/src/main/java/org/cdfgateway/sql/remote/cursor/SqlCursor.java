package org.cdfgateway.sql.remote.cursor;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.inbound.RemoteSession.ResultColumn;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowBatch;
import org.cdfgateway.sql.remote.call.RunningCall;
import org.cdfgateway.sql.remote.statement.OutputColumn;
import org.cdfgateway.sql.remote.statement.Select;
import org.jspecify.annotations.Nullable;

/**
 * A query whose rows are fetched bit by bit. Reading starts with the first fetch, and a page is asked for only when its
 * rows are needed; at most one page is held. {@link #close()} may come from any thread, all else belongs to the session's.
 */
public final class SqlCursor {
    private final Select select;
    private final TableAdapter adapter;
    private final CdfAccess access;
    private final RunningCall call;
    private volatile @Nullable RowReader reader;
    private List<Row> page = List.of();
    private int position;
    private boolean atEnd;

    public SqlCursor(Select select, TableAdapter adapter, CdfAccess access, RunningCall call) {
        this.select = select;
        this.adapter = adapter;
        this.access = access;
        this.call = call;
    }

    public List<ResultColumn> columns() {
        return OutputColumn.results(select.outputs());
    }

    /** The next rows, at least one and at most {@code atMost}; null at the end. Blocks. */
    public @Nullable RowBatch next(long atMost) {
        while (position == page.size()) {
            if (atEnd || !readPage()) {
                return null;
            }
        }
        int end = (int) Math.min(page.size(), position + atMost);
        RowBatch rows = new RowBatch(page.subList(position, end));
        position = end;
        return rows;
    }

    /** The next fetch starts at the first row again. */
    public void rewind() {
        close();
        reader = null;
        page = List.of();
        position = 0;
        atEnd = false;
    }

    /** Abandons the read. Idempotent; never fails. */
    public void close() {
        RowReader open = reader;
        if (open != null) {
            open.close();
        }
    }

    private boolean readPage() {
        RowReader open = open();
        RowBatch read = call.onCancel(open::close, open::next);
        position = 0;
        if (read == null) {
            atEnd = true;
            page = List.of();
            open.close();
            return false;
        }
        page = shown(read.rows());
        return true;
    }

    private RowReader open() {
        RowReader open = reader;
        if (open == null) {
            open = adapter.read(select.scan(), access);
            reader = open;
        }
        return open;
    }

    private List<Row> shown(List<Row> rows) {
        List<Row> shown = new ArrayList<>(rows.size());
        for (Row row : rows) {
            if (select.condition().holds(row)) {
                shown.add(select.project(row));
            }
        }
        return shown;
    }
}
