package org.cdfgateway.cdf.table;

import java.util.Optional;
import java.util.Set;
import org.cdfgateway.cdf.api.RawApi;
import org.cdfgateway.cdf.change.ReplacedRows;
import org.cdfgateway.cdf.filter.AllowedValues;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.port.outbound.RowUpdater;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.jspecify.annotations.Nullable;

/** Rows of RAW tables: of those that a scan names, else of all. */
final class RawRowsTable implements TableAdapter {
    private static final TableDefinition TABLE = BuiltInTables.RAW_ROWS;
    private static final int LAST_UPDATED_TIME =
            TABLE.position("_raw_last_updated_time").orElseThrow();

    /** Pages of up to 10,000 rows, which can be large: one per parallel request would be too much. */
    private static final int BUFFERED_PAGES = 4;

    /** Guesses, because RAW has no count. */
    private static final long GUESSED_TABLE_ROWS = 100_000;

    private static final long GUESSED_TABLES = 20;

    private final RawApi api;
    private final RawReads raw;
    private final Reading reading;
    private final RowInserter inserter;
    private final RowUpdater updater;
    private final RowDeleter deleter;

    RawRowsTable(RawApi api, RawReads raw, Reading reading, RowInserter inserter, RowDeleter deleter) {
        this.api = api;
        this.raw = raw;
        this.reading = reading;
        this.inserter = inserter;
        this.updater = new ReplacedRows(TABLE, inserter, deleter, (before, changed) -> insertable(changed));
        this.deleter = deleter;
    }

    @Override
    public TableDefinition table() {
        return TABLE;
    }

    @Override
    public RowReader read(Scan scan, CdfAccess access) {
        return reading.reader(new RawRowsRead(api, raw, reading, scan, access).steps(), BUFFERED_PAGES);
    }

    @Override
    public ReadExplanation explain(Scan scan, CdfAccess access) {
        return new RawRowsRead(api, raw, reading, scan, access).explain(scan.predicate());
    }

    @Override
    public long estimateRows(Scan scan, CdfAccess access) {
        Optional<Set<Object>> keys = AllowedValues.of(scan.predicate(), TABLE.column("_raw_key"));
        long tables = tables(scan, "_raw_database") * tables(scan, "_raw_table");
        long rows = keys.map(Set::size).map(Integer::longValue).orElse(GUESSED_TABLE_ROWS);
        return tables * rows;
    }

    private static long tables(Scan scan, String column) {
        return AllowedValues.of(scan.predicate(), TABLE.column(column))
                .map(Set::size)
                .map(Integer::longValue)
                .orElse(GUESSED_TABLES);
    }

    @Override
    public Optional<RowInserter> inserter() {
        return Optional.of(inserter);
    }

    @Override
    public Optional<RowUpdater> updater() {
        return Optional.of(updater);
    }

    @Override
    public Optional<RowDeleter> deleter() {
        return Optional.of(deleter);
    }

    /** Without the time, which CDF decides. */
    private static Row insertable(Row row) {
        @Nullable Object[] values = row.values().toArray();
        values[LAST_UPDATED_TIME] = null;
        return Row.owning(values);
    }
}
