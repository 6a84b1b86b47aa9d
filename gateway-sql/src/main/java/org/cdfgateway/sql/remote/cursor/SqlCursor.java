package org.cdfgateway.sql.remote.cursor;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.cdfgateway.domain.port.inbound.RemoteSession.ResultColumn;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowBatch;
import org.cdfgateway.sql.remote.statement.OutputColumn;
import org.cdfgateway.sql.remote.statement.Select;
import org.jspecify.annotations.Nullable;

/**
 * A query whose rows are fetched bit by bit. Reading starts with the first fetch, and a page is asked for only when its
 * rows are needed; at most one page is held. {@link #close()} may come from any thread, all else belongs to the session's.
 */
public final class SqlCursor {
    private final Select select;
    private final Supplier<MatchingRows> source;
    private final UnaryOperator<Row> extension;
    private volatile MatchingRows rows;
    private List<Row> page = List.of();
    private int position;
    private boolean atEnd;

    /**
     * @param source starts reading
     * @param extension puts behind the values of a row what the outputs show besides them
     */
    public SqlCursor(Select select, Supplier<MatchingRows> source, UnaryOperator<Row> extension) {
        this.select = select;
        this.source = source;
        this.extension = extension;
        this.rows = source.get();
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
        RowBatch fetched = new RowBatch(page.subList(position, end));
        position = end;
        return fetched;
    }

    /** The next fetch starts at the first row again. */
    public void rewind() {
        close();
        rows = source.get();
        page = List.of();
        position = 0;
        atEnd = false;
    }

    /** Abandons the read. Idempotent; never fails. */
    public void close() {
        rows.close();
    }

    private boolean readPage() {
        List<Row> read = rows.next();
        position = 0;
        atEnd = read == null;
        page = read == null
                ? List.of()
                : read.stream().map(row -> select.project(extension.apply(row))).toList();
        return !atEnd;
    }
}
