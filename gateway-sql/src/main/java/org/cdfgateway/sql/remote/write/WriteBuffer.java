package org.cdfgateway.sql.remote.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a transaction that have not been sent, gathered to batches. Batches keep the order in which they were
 * begun, and the rows of a table keep theirs. Belongs to the session's thread.
 */
final class WriteBuffer {
    private final List<HeldBatch> batches = new ArrayList<>();
    /** The batch of each table that may take another row. */
    private final Map<String, HeldBatch> open = new HashMap<>();

    private long rows;
    private long bytes;

    /**
     * Adds the row to its table's open batch. Where rows may refer to those of other tables, only the batch that was begun
     * last is open, because an earlier one will be sent before those.
     */
    void add(TableAdapter adapter, Row row) {
        HeldBatch batch = open.get(adapter.table().name());
        if (batch == null
                || batch.isFull()
                || (batch != last() && batch.writer().refersToOtherTables())) {
            batch = new HeldBatch(adapter);
            batches.add(batch);
            open.put(batch.table(), batch);
        }
        bytes -= batch.bytes();
        batch.add(row);
        bytes += batch.bytes();
        rows++;
    }

    private @Nullable HeldBatch last() {
        return batches.isEmpty() ? null : batches.get(batches.size() - 1);
    }

    boolean isEmpty() {
        return batches.isEmpty();
    }

    boolean exceeds(WriteLimits limits) {
        return rows > limits.maxHeldRows() || bytes > limits.maxHeldBytes();
    }

    /** Takes out the batch that was begun first; there must be one. */
    HeldBatch removeFirst() {
        HeldBatch batch = batches.remove(0);
        open.remove(batch.table(), batch);
        rows -= batch.size();
        bytes -= batch.bytes();
        return batch;
    }

    /** Drops up to {@code count} rows of the table, the newest first. */
    void dropLast(String table, long count) {
        long remaining = count;
        for (int i = batches.size() - 1; i >= 0 && remaining > 0; i--) {
            HeldBatch batch = batches.get(i);
            if (batch.table().equals(table)) {
                bytes -= batch.bytes();
                int dropped = batch.dropLast(remaining);
                bytes += batch.bytes();
                rows -= dropped;
                remaining -= dropped;
                if (batch.size() == 0) {
                    batches.remove(i);
                }
            }
        }
        reopen(table);
    }

    /** The table's newest batch takes rows again. */
    private void reopen(String table) {
        open.remove(table);
        for (HeldBatch batch : batches) {
            if (batch.table().equals(table)) {
                open.put(table, batch);
            }
        }
    }

    void clear() {
        batches.clear();
        open.clear();
        rows = 0;
        bytes = 0;
    }
}
