package org.cdfgateway.domain.port.outbound;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.TableDefinition;
import org.jspecify.annotations.Nullable;

/** Adds rows to a list, fills in read-only numbers and times, and remembers the batches. */
public final class InMemoryInserter implements RowInserter {
    /** What every read-only time gets: 2026-01-01T00:00:00Z in microseconds. */
    public static final long WRITTEN_AT = 1_767_225_600_000_000L;

    private final TableDefinition table;
    private final List<Row> target;
    private final int maxBatchRows;
    private final int parallelism;
    private final AtomicLong nextId = new AtomicLong(1_000);
    private final List<List<Row>> batches = new CopyOnWriteArrayList<>();
    private volatile Predicate<List<Row>> dependsOnEarlier = rows -> false;
    private volatile boolean refersToOtherTables = true;
    private volatile Consumer<List<Row>> beforeInsert = rows -> {};

    InMemoryInserter(TableDefinition table, List<Row> target, int maxBatchRows, int parallelism) {
        this.table = table;
        this.target = target;
        this.maxBatchRows = maxBatchRows;
        this.parallelism = parallelism;
    }

    public InMemoryInserter dependingOnEarlier(Predicate<List<Row>> rule) {
        dependsOnEarlier = rule;
        return this;
    }

    public InMemoryInserter independentOfOtherTables() {
        refersToOtherTables = false;
        return this;
    }

    /** Runs before a batch is stored, on the inserting thread: may block, or throw to fail the batch. */
    public InMemoryInserter beforeInsert(Consumer<List<Row>> action) {
        beforeInsert = action;
        return this;
    }

    /** The batches that were stored, as they were sent, in the order they finished. */
    public List<List<Row>> batches() {
        return List.copyOf(batches);
    }

    @Override
    public List<String> operations() {
        return List.of("INSERT " + table.name());
    }

    @Override
    public int maxBatchRows() {
        return maxBatchRows;
    }

    @Override
    public int parallelism() {
        return parallelism;
    }

    @Override
    public boolean dependsOnEarlier(List<Row> rows) {
        return dependsOnEarlier.test(rows);
    }

    @Override
    public boolean refersToOtherTables(Row row) {
        return refersToOtherTables;
    }

    @Override
    public void check(Row row) {
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            Object value = row.value(i);
            if (!column.writeRule().insertable() && value != null) {
                throw new GatewayException(
                        ErrorKind.GENERATED_ALWAYS, "column \"" + column.name() + "\" is filled in by CDF");
            }
            if (column.writeRule().required() && value == null) {
                throw new GatewayException(
                        ErrorKind.NOT_NULL_VIOLATION, "column \"" + column.name() + "\" needs a value");
            }
        }
    }

    @Override
    public List<Row> insert(List<Row> rows, CdfAccess access) {
        if (rows.size() > maxBatchRows) {
            throw new IllegalArgumentException("rows: " + rows.size() + " (expected: <= " + maxBatchRows + ")");
        }
        beforeInsert.accept(rows);
        List<Row> stored = new ArrayList<>(rows.size());
        for (Row row : rows) {
            stored.add(asStored(row));
        }
        target.addAll(stored);
        batches.add(List.copyOf(rows));
        return stored;
    }

    private Row asStored(Row row) {
        @Nullable Object[] values = row.values().toArray();
        for (int i = 0; i < values.length; i++) {
            Column column = table.columns().get(i);
            if (!column.writeRule().insertable() && column.family() == ColumnType.BIGINT) {
                values[i] = nextId.incrementAndGet();
            } else if (!column.writeRule().insertable() && column.family() == ColumnType.TIMESTAMPTZ) {
                values[i] = WRITTEN_AT;
            }
        }
        return Row.owning(values);
    }
}
