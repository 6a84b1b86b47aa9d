package org.cdfgateway.sql.remote.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.table.RowChange;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.WriteOutcome;

/** Rows to delete, by one kind of key; more than one call takes, because their order may matter. */
final class HeldDeletes extends HeldBatch<RowKey> {
    private final TableAdapter adapter;
    private final RowDeleter deleter;
    private final MissingRows missing;
    private final Set<RowKey> keys = new HashSet<>();

    HeldDeletes(TableAdapter adapter, MissingRows missing) {
        super(new Operation(adapter.table().id(), RowChange.DELETE));
        this.adapter = adapter;
        this.deleter = adapter.requireDeleter();
        this.missing = missing;
    }

    boolean contains(RowKey key) {
        return keys.contains(key);
    }

    boolean accepts(RowKey key, MissingRows whenMissing) {
        return missing == whenMissing && items().get(0).key().equals(key.key()) && !contains(key);
    }

    @Override
    long bytesOf(RowKey key) {
        return RowSize.bytes(key);
    }

    @Override
    void added(RowKey key) {
        keys.add(key);
    }

    @Override
    void removed(RowKey key) {
        keys.remove(key);
    }

    @Override
    int parallelism() {
        return deleter.parallelism();
    }

    /** Rows of other tables may refer to these; the same row may be meant by another key. */
    @Override
    boolean mustFollow(HeldBatch<?> earlier) {
        return !earlier.isOf(operation().table())
                || !(earlier instanceof HeldDeletes deletes)
                || !deletes.items().get(0).key().equals(items().get(0).key());
    }

    @Override
    WriteOutcome send(CdfAccess access) {
        return deleter.delete(items(), missing, access);
    }

    @Override
    List<HeldDeletes> inParts(CdfAccess access) {
        List<RowKey> ordered = deleter.deletionOrder(items(), access);
        List<HeldDeletes> parts = new ArrayList<>();
        for (int from = 0; from < ordered.size(); from += deleter.maxBatchRows()) {
            HeldDeletes part = new HeldDeletes(adapter, missing);
            ordered.subList(from, Math.min(ordered.size(), from + deleter.maxBatchRows()))
                    .forEach(key -> part.add(key, part.size()));
            parts.add(part);
        }
        return parts;
    }
}
