package org.cdfgateway.sql.remote.write;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.RowChange;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.TableName;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.RowUpdate;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a transaction that have not been sent, gathered to batches. Batches keep the order in which they were
 * begun; a change joins one only if that makes no difference to those begun later. Belongs to the session's thread.
 */
final class WriteBuffer {
    private final StoredRows storedRows;
    private final List<HeldBatch<?>> batches = new ArrayList<>();
    private long position;
    private long rows;
    private long bytes;

    WriteBuffer(StoredRows storedRows) {
        this.storedRows = storedRows;
    }

    /** The number of the row that was added last; rows are numbered through all transactions. */
    long position() {
        return position;
    }

    /**
     * Adds a new row to its table's newest batch. If it may refer to rows of other tables, that batch must be the last,
     * because an earlier one will be sent before those.
     */
    void insert(TableAdapter adapter, Row row) {
        HeldBatch<?> newest = newestOf(adapter.table().id());
        if (newest instanceof HeldInserts batch
                && !batch.isFull()
                && (batch == last() || !batch.mayReferToOtherTables(row))) {
            add(batch, row);
        } else {
            add(begin(new HeldInserts(adapter, storedRows)), row);
        }
    }

    /**
     * Adds a change to one of the last batches, as long as they are changes of the table as well, and none of them changes
     * the same row.
     */
    void update(TableAdapter adapter, RowUpdate update, MissingRows missing) {
        for (int i = batches.size() - 1; i >= 0; i--) {
            if (!(batches.get(i) instanceof HeldUpdates batch)
                    || !batch.isOf(adapter.table().id())
                    || !batch.hasKeysLike(update)
                    || batch.contains(update.key())) {
                break;
            }
            if (batch.accepts(update, missing)) {
                add(batch, update);
                return;
            }
        }
        add(begin(new HeldUpdates(adapter, missing)), update);
    }

    /** Adds a deletion to the last batch if that deletes rows of the table by the same kind of key. */
    void delete(TableAdapter adapter, RowKey key, MissingRows missing) {
        if (last() instanceof HeldDeletes batch && batch.isOf(adapter.table().id()) && batch.accepts(key, missing)) {
            add(batch, key);
        } else {
            add(begin(new HeldDeletes(adapter, missing)), key);
        }
    }

    /** The table's batches, the oldest first. */
    List<HeldBatch<?>> batchesOf(TableDefinition table) {
        return batches.stream().filter(batch -> batch.isOf(table.id())).toList();
    }

    /** Whether rows of any table wait to be changed or deleted. */
    boolean changesRows() {
        return batches.stream().anyMatch(batch -> batch.change() != RowChange.INSERT);
    }

    /** The batch that was begun first; there must be one. */
    HeldBatch<?> first() {
        return batches.get(0);
    }

    boolean isEmpty() {
        return batches.isEmpty();
    }

    boolean exceeds(WriteLimits limits) {
        return rows > limits.maxHeldRows() || bytes > limits.maxHeldBytes();
    }

    /** Takes out the batch that was begun first; there must be one. */
    HeldBatch<?> removeFirst() {
        HeldBatch<?> batch = batches.remove(0);
        rows -= batch.size();
        bytes -= batch.bytes();
        return batch;
    }

    /** Drops the rows that were added after the position. */
    void dropAfter(long mark) {
        for (HeldBatch<?> batch : batches) {
            rows -= batch.size();
            bytes -= batch.bytes();
            batch.dropAfter(mark);
            rows += batch.size();
            bytes += batch.bytes();
        }
        batches.removeIf(batch -> batch.size() == 0);
    }

    void clear() {
        batches.clear();
        rows = 0;
        bytes = 0;
    }

    private <T, B extends HeldBatch<T>> B begin(B batch) {
        batches.add(batch);
        return batch;
    }

    private <T> void add(HeldBatch<T> batch, T item) {
        bytes -= batch.bytes();
        position++;
        batch.add(item, position);
        bytes += batch.bytes();
        rows++;
    }

    private @Nullable HeldBatch<?> last() {
        return batches.isEmpty() ? null : batches.get(batches.size() - 1);
    }

    private @Nullable HeldBatch<?> newestOf(TableName table) {
        for (int i = batches.size() - 1; i >= 0; i--) {
            if (batches.get(i).isOf(table)) {
                return batches.get(i);
            }
        }
        return null;
    }
}
