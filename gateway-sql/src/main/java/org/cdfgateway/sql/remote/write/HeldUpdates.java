package org.cdfgateway.sql.remote.write;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowUpdater;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.table.RowChange;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.RowUpdate;
import org.cdfgateway.domain.write.WriteOutcome;

/** Changes of the same columns of rows that differ from one another. */
final class HeldUpdates extends HeldBatch<RowUpdate> {
    private final RowUpdater updater;
    private final MissingRows missing;
    private final Map<RowKey, RowUpdate> byKey = new HashMap<>();

    HeldUpdates(TableAdapter adapter, MissingRows missing) {
        super(new Operation(adapter.table().id(), RowChange.UPDATE));
        this.updater = adapter.requireUpdater();
        this.missing = missing;
    }

    boolean contains(RowKey key) {
        return byKey.containsKey(key);
    }

    Optional<RowUpdate> find(RowKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Whether the update names its row by the same kind of key. */
    boolean hasKeysLike(RowUpdate update) {
        return items().get(0).key().key().equals(update.key().key());
    }

    /** Whether the update may go the same way, provided that its row is not changed by a later batch. */
    boolean accepts(RowUpdate update, MissingRows whenMissing) {
        return size() < updater.maxBatchRows()
                && missing == whenMissing
                && items().get(0).columns().equals(update.columns())
                && hasKeysLike(update)
                && !contains(update.key());
    }

    @Override
    long bytesOf(RowUpdate update) {
        return RowSize.bytes(update.key())
                + RowSize.bytes(update.values())
                + update.current().map(RowSize::bytes).orElse(0L);
    }

    @Override
    void added(RowUpdate update) {
        byKey.put(update.key(), update);
    }

    @Override
    void removed(RowUpdate update) {
        byKey.remove(update.key());
    }

    @Override
    int parallelism() {
        return updater.parallelism();
    }

    /** Rows of other tables may be referred to; the same row may be meant by another key. */
    @Override
    boolean mustFollow(HeldBatch<?> earlier) {
        if (!earlier.isOf(operation().table()) || !(earlier instanceof HeldUpdates updates)) {
            return true;
        }
        return !updates.items().get(0).key().key().equals(items().get(0).key().key())
                || !Collections.disjoint(updates.byKey.keySet(), byKey.keySet());
    }

    @Override
    WriteOutcome send(CdfAccess access) {
        return updater.update(items(), missing, access);
    }
}
