package org.cdfgateway.domain.port.outbound;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.write.MissingRows;
import org.cdfgateway.domain.write.RowKey;
import org.cdfgateway.domain.write.RowUpdate;
import org.cdfgateway.domain.write.WriteOutcome;
import org.jspecify.annotations.Nullable;

/** Changes and deletes rows of a list, and remembers what was asked. Safe for use by several threads. */
public final class InMemoryChanges {
    private final TableDefinition table;
    private final List<Row> rows;
    private final int maxBatchRows;
    private final boolean needsOnlyTheKey;
    private final List<List<RowUpdate>> updates = new CopyOnWriteArrayList<>();
    private final List<List<RowKey>> deletions = new CopyOnWriteArrayList<>();
    private volatile Consumer<List<RowKey>> before = keys -> {};

    InMemoryChanges(TableDefinition table, List<Row> rows, int maxBatchRows, boolean needsOnlyTheKey) {
        this.table = table;
        this.rows = rows;
        this.maxBatchRows = maxBatchRows;
        this.needsOnlyTheKey = needsOnlyTheKey;
    }

    /** Runs before a batch is carried out, on the thread that asked: may block, or throw to fail the batch. */
    public InMemoryChanges before(Consumer<List<RowKey>> action) {
        before = action;
        return this;
    }

    /** The batches of updates that were carried out. */
    public List<List<RowUpdate>> updates() {
        return List.copyOf(updates);
    }

    /** The batches of deletions that were carried out. */
    public List<List<RowKey>> deletions() {
        return List.copyOf(deletions);
    }

    RowUpdater updater() {
        return new RowUpdater() {
            @Override
            public List<String> operations() {
                return List.of("CHANGE " + table.name());
            }

            @Override
            public int maxBatchRows() {
                return maxBatchRows;
            }

            @Override
            public int parallelism() {
                return 2;
            }

            @Override
            public boolean needsOnlyTheKey() {
                return needsOnlyTheKey;
            }

            @Override
            public void check(RowUpdate update) {
                checkColumns(update);
            }

            @Override
            public WriteOutcome update(List<RowUpdate> batch, MissingRows missing, CdfAccess access) {
                return change(batch, missing);
            }
        };
    }

    RowDeleter deleter() {
        return new RowDeleter() {
            @Override
            public List<String> operations() {
                return List.of("DELETE " + table.name());
            }

            @Override
            public int maxBatchRows() {
                return maxBatchRows;
            }

            @Override
            public int parallelism() {
                return 2;
            }

            @Override
            public boolean needsOnlyTheKey() {
                return needsOnlyTheKey;
            }

            @Override
            public WriteOutcome delete(List<RowKey> batch, MissingRows missing, CdfAccess access) {
                return remove(batch, missing);
            }
        };
    }

    private static void checkColumns(RowUpdate update) {
        for (int i = 0; i < update.columns().size(); i++) {
            Column column = update.columns().get(i);
            if (!column.writeRule().updatable()) {
                throw new GatewayException(
                        ErrorKind.GENERATED_ALWAYS, "column \"" + column.name() + "\" cannot be changed");
            }
            if (update.values().value(i) == null && !column.writeRule().clearable()) {
                throw new GatewayException(
                        ErrorKind.NOT_NULL_VIOLATION, "column \"" + column.name() + "\" needs a value");
            }
        }
    }

    private synchronized WriteOutcome change(List<RowUpdate> batch, MissingRows missing) {
        List<RowKey> absent = begin(batch.stream().map(RowUpdate::key).toList(), missing);
        List<Row> stored = new ArrayList<>();
        for (RowUpdate update : batch) {
            int position = position(update.key());
            if (position >= 0) {
                Row changed = changed(rows.get(position), update);
                rows.set(position, changed);
                stored.add(changed);
            }
        }
        updates.add(List.copyOf(batch));
        return new WriteOutcome(stored, absent);
    }

    private synchronized WriteOutcome remove(List<RowKey> batch, MissingRows missing) {
        List<RowKey> absent = begin(batch, missing);
        for (RowKey key : batch) {
            int position = position(key);
            if (position >= 0) {
                rows.remove(position);
            }
        }
        deletions.add(List.copyOf(batch));
        return new WriteOutcome(List.of(), absent);
    }

    private List<RowKey> begin(List<RowKey> keys, MissingRows missing) {
        if (keys.size() > maxBatchRows) {
            throw new IllegalArgumentException("rows: " + keys.size() + " (expected: <= " + maxBatchRows + ")");
        }
        before.accept(keys);
        List<RowKey> absent = keys.stream().filter(key -> position(key) < 0).toList();
        if (!absent.isEmpty() && missing == MissingRows.FAIL) {
            throw new GatewayException(ErrorKind.NO_DATA_FOUND, "rows do not exist").withDetail("Keys " + absent);
        }
        return absent;
    }

    private int position(RowKey key) {
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (key.key().columns().stream()
                    .allMatch(column -> key.value(column)
                            .equals(row.value(table.position(column.name()).orElseThrow())))) {
                return i;
            }
        }
        return -1;
    }

    private Row changed(Row row, RowUpdate update) {
        @Nullable Object[] values = row.values().toArray();
        for (int i = 0; i < update.columns().size(); i++) {
            values[table.position(update.columns().get(i).name()).orElseThrow()] =
                    update.values().value(i);
        }
        return Row.owning(values);
    }
}
