package org.cdfgateway.sql.remote.write;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;

/** Rows of one table that will be sent in one call. Belongs to the session's thread until it is sent. */
final class HeldBatch {
    private final TableAdapter adapter;
    private final RowInserter writer;
    private final List<Row> rows = new ArrayList<>();
    private long bytes;

    HeldBatch(TableAdapter adapter) {
        this.adapter = adapter;
        this.writer = adapter.requireInserter();
    }

    String table() {
        return adapter.table().name();
    }

    RowInserter writer() {
        return writer;
    }

    boolean isFull() {
        return rows.size() >= writer.maxBatchRows();
    }

    void add(Row row) {
        rows.add(row);
        bytes += RowSize.bytes(row);
    }

    /** Drops up to {@code count} rows from the end and tells how many. */
    int dropLast(long count) {
        int dropped = (int) Math.min(count, rows.size());
        for (int i = 0; i < dropped; i++) {
            bytes -= RowSize.bytes(rows.remove(rows.size() - 1));
        }
        return dropped;
    }

    List<Row> rows() {
        return rows;
    }

    int size() {
        return rows.size();
    }

    long bytes() {
        return bytes;
    }
}
