package org.cdfgateway.sql.remote.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.write.RowKey;

/**
 * The rows of a transaction as they will be once what it holds back has been sent, for its own UPDATE and DELETE. Belongs
 * to the session's thread.
 */
public final class HeldRows {
    private final WriteBuffer buffer;

    HeldRows(WriteBuffer buffer) {
        this.buffer = buffer;
    }

    /** The rows that the transaction has inserted and that have a key, with their later changes. */
    public List<Row> inserted(TableDefinition table) {
        Set<RowKey> keys = new LinkedHashSet<>();
        for (HeldBatch<?> batch : buffer.batchesOf(table)) {
            if (batch instanceof HeldInserts inserts) {
                inserts.items().forEach(row -> RowKey.of(table, row).ifPresent(keys::add));
            }
        }
        return inserted(table, keys);
    }

    /** As {@link #inserted(TableDefinition)}, those with the given keys only. */
    public List<Row> inserted(TableDefinition table, Collection<RowKey> keys) {
        List<Row> rows = new ArrayList<>();
        for (RowKey key : keys) {
            HeldRow held = find(table, List.of(key));
            Row row = held.inserted();
            if (row != null) {
                rows.add(held.applyTo(row, table));
            }
        }
        return rows;
    }

    /** Whether the transaction has inserted or deleted all rows with the keys, so that CDF need not be asked for them. */
    public boolean knows(TableDefinition table, Collection<RowKey> keys) {
        return keys.stream().allMatch(key -> {
            HeldRow held = find(table, List.of(key));
            return held.isDeleted() || held.inserted() != null;
        });
    }

    /** Rows that were read, with their later changes, without those deleted or inserted anew. */
    public List<Row> changed(TableDefinition table, List<Row> read) {
        if (buffer.batchesOf(table).isEmpty()) {
            return read;
        }
        List<Row> rows = new ArrayList<>(read.size());
        for (Row row : read) {
            HeldRow held = find(table, RowKeys.all(table, row));
            if (!held.isDeleted() && held.inserted() == null) {
                rows.add(held.applyTo(row, table));
            }
        }
        return rows;
    }

    /** @param keys that name one row */
    private HeldRow find(TableDefinition table, List<RowKey> keys) {
        HeldRow state = HeldRow.UNTOUCHED;
        for (HeldBatch<?> batch : buffer.batchesOf(table)) {
            for (RowKey key : keys) {
                state = after(batch, key, state);
            }
        }
        return state;
    }

    private static HeldRow after(HeldBatch<?> batch, RowKey key, HeldRow before) {
        if (batch instanceof HeldInserts inserts) {
            Row row = inserts.find(key);
            return row == null ? before : HeldRow.insertedAs(row);
        }
        if (batch instanceof HeldUpdates updates) {
            return updates.find(key).map(before::and).orElse(before);
        }
        return batch instanceof HeldDeletes deletes && deletes.contains(key) ? HeldRow.DELETED : before;
    }
}
