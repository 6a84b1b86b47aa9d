package org.cdfgateway.domain.port.outbound;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowBatch;
import org.jspecify.annotations.Nullable;

/** Hands out a list page by page. */
final class InMemoryReader implements RowReader {
    private final List<Row> rows;
    private final int pageSize;
    private final Runnable onPage;
    private final Runnable onClose;
    private final AtomicBoolean closed = new AtomicBoolean();
    private int position;

    InMemoryReader(List<Row> rows, int pageSize, Runnable onPage, Runnable onClose) {
        this.rows = rows;
        this.pageSize = pageSize;
        this.onPage = onPage;
        this.onClose = onClose;
    }

    @Override
    public @Nullable RowBatch next() {
        failWhenClosed();
        onPage.run();
        failWhenClosed();
        if (position == rows.size()) {
            return null;
        }
        int end = Math.min(rows.size(), position + pageSize);
        RowBatch page = new RowBatch(List.copyOf(rows.subList(position, end)));
        position = end;
        return page;
    }

    private void failWhenClosed() {
        if (closed.get()) {
            throw new GatewayException(ErrorKind.QUERY_CANCELED, "the read was closed");
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            onClose.run();
        }
    }
}
