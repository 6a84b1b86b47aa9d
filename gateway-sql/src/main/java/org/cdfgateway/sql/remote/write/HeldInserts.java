package org.cdfgateway.sql.remote.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.RowChange;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.WriteOutcome;
import org.jspecify.annotations.Nullable;

/** New rows. */
final class HeldInserts extends HeldBatch<Row> {
    private final TableDefinition table;
    private final RowInserter inserter;
    private final StoredRows storedRows;
    private final Map<RowKey, Row> byKey = new HashMap<>();
    /** Rows that are in the map; it is made when somebody looks for a key. */
    private int indexed;

    private @Nullable Boolean depends;

    private @Nullable Boolean refers;

    HeldInserts(TableAdapter adapter, StoredRows storedRows) {
        super(new Operation(adapter.table().id(), RowChange.INSERT));
        this.table = adapter.table();
        this.inserter = adapter.requireInserter();
        this.storedRows = storedRows;
    }

    /** The newest row with the key. */
    @Nullable
    Row find(RowKey key) {
        while (indexed < size()) {
            Row row = items().get(indexed);
            RowKeys.all(table, row).forEach(rowKey -> byKey.put(rowKey, row));
            indexed++;
        }
        return byKey.get(key);
    }

    @Override
    void removed(Row row) {
        byKey.clear();
        indexed = 0;
    }

    boolean isFull() {
        return size() >= inserter.maxBatchRows();
    }

    /** Whether the row may refer to those of other tables. */
    boolean mayReferToOtherTables(Row row) {
        return inserter.refersToOtherTables(row);
    }

    @Override
    long bytesOf(Row row) {
        return RowSize.bytes(row);
    }

    @Override
    int parallelism() {
        return inserter.parallelism();
    }

    @Override
    boolean mustFollow(HeldBatch<?> earlier) {
        if (earlier.isOf(operation().table())) {
            return earlier.change() != RowChange.INSERT || dependsOnEarlier();
        }
        return refersToOtherTables() || dependsOnEarlier();
    }

    /** Looked at when the batch is complete. */
    private boolean refersToOtherTables() {
        Boolean known = refers;
        if (known == null) {
            known = items().stream().anyMatch(inserter::refersToOtherTables);
            refers = known;
        }
        return known;
    }

    /** Looked at when the batch is complete. */
    private boolean dependsOnEarlier() {
        Boolean known = depends;
        if (known == null) {
            known = inserter.dependsOnEarlier(items());
            depends = known;
        }
        return known;
    }

    @Override
    WriteOutcome send(CdfAccess access) {
        return switch (storedRows) {
            case WANTED -> new WriteOutcome(inserter.insert(items(), access), List.of());
            case UNSEEN -> {
                inserter.insertOnly(items(), access);
                yield new WriteOutcome(List.of(), List.of());
            }
        };
    }
}
