package org.cdfgateway.domain.port.outbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.cdfgateway.domain.explain.PlannedRequest;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.explain.RequestCount;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A table in memory that answers every predicate and columns only as needed, and that tells what was asked of it. Safe
 * for use by several threads.
 */
public final class InMemoryTable implements TableAdapter {
    private final TableDefinition table;
    private final int pageSize;
    private final List<Row> rows = new CopyOnWriteArrayList<>();
    private final List<Scan> scans = new CopyOnWriteArrayList<>();
    private final AtomicInteger pagesRead = new AtomicInteger();
    private final AtomicInteger openReaders = new AtomicInteger();
    private volatile Runnable beforePage = () -> {};
    private volatile @Nullable InMemoryInserter inserter;
    private volatile @Nullable InMemoryChanges changes;

    /** @param pageSize rows per page, 1 or more */
    public InMemoryTable(TableDefinition table, int pageSize) {
        this.table = table;
        this.pageSize = pageSize;
    }

    public InMemoryTable with(Row... more) {
        rows.addAll(List.of(more));
        return this;
    }

    public InMemoryTable with(List<Row> more) {
        rows.addAll(more);
        return this;
    }

    /** Makes the table writable; INSERT adds to {@link #rows()}. */
    public InMemoryTable writable(int maxBatchRows, int parallelism) {
        inserter = new InMemoryInserter(table, rows, maxBatchRows, parallelism);
        return this;
    }

    /** Runs before each page is handed out, on the thread that asked: may block or throw. */
    public InMemoryTable beforePage(Runnable action) {
        beforePage = action;
        return this;
    }

    /**
     * Lets rows be changed and deleted.
     *
     * @param needsOnlyTheKey see {@link RowUpdater#needsOnlyTheKey}
     */
    public InMemoryTable changeable(int maxBatchRows, boolean needsOnlyTheKey) {
        changes = new InMemoryChanges(table, rows, maxBatchRows, needsOnlyTheKey);
        return this;
    }

    @Override
    public TableDefinition table() {
        return table;
    }

    @Override
    public RowReader read(Scan scan, CdfAccess access) {
        scans.add(scan);
        openReaders.incrementAndGet();
        List<Row> matching = new ArrayList<>();
        for (Row row : rows) {
            if (scan.predicate().matches(table, row)) {
                matching.add(onlyNeeded(scan, row));
            }
        }
        return new InMemoryReader(matching, pageSize, this::pageRead, openReaders::decrementAndGet);
    }

    private void pageRead() {
        pagesRead.incrementAndGet();
        beforePage.run();
    }

    private Row onlyNeeded(Scan scan, Row row) {
        @Nullable Object[] values = new @Nullable Object[row.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = scan.needs(table.columns().get(i)) ? row.value(i) : null;
        }
        return Row.owning(values);
    }

    @Override
    public long estimateRows(Scan scan, CdfAccess access) {
        return rows.stream().filter(row -> scan.predicate().matches(table, row)).count();
    }

    /** One request that says all of the predicate. */
    @Override
    public ReadExplanation explain(Scan scan, CdfAccess access) {
        if (scan.predicate().equals(Predicate.none())) {
            return ReadExplanation.NOTHING;
        }
        PlannedRequest request = PlannedRequest.of(RequestCount.exactly(1), "READ " + table.name());
        return new ReadExplanation(
                List.of(request.filteredBy(Optional.of(scan.predicate().toString()))), List.of());
    }

    @Override
    public Optional<RowInserter> inserter() {
        return Optional.ofNullable(inserter);
    }

    /** @throws IllegalStateException when the table is not {@link #writable} */
    public InMemoryInserter inserts() {
        InMemoryInserter current = inserter;
        if (current == null) {
            throw new IllegalStateException("table " + table.name() + " is not writable");
        }
        return current;
    }

    @Override
    public Optional<RowUpdater> updater() {
        return Optional.ofNullable(changes).map(InMemoryChanges::updater);
    }

    @Override
    public Optional<RowDeleter> deleter() {
        return Optional.ofNullable(changes).map(InMemoryChanges::deleter);
    }

    /** @throws IllegalStateException when the table is not {@link #changeable} */
    public InMemoryChanges changes() {
        InMemoryChanges current = changes;
        if (current == null) {
            throw new IllegalStateException("table " + table.name() + " is not changeable");
        }
        return current;
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** What was read, in order. */
    public List<Scan> scans() {
        return List.copyOf(scans);
    }

    public int pagesRead() {
        return pagesRead.get();
    }

    /** Readers that nobody has closed. */
    public int openReaders() {
        return openReaders.get();
    }
}
