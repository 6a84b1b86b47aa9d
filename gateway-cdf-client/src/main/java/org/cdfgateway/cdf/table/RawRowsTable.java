package org.cdfgateway.cdf.table;

import java.util.Optional;
import java.util.Set;
import org.cdfgateway.cdf.api.RawApi;
import org.cdfgateway.cdf.filter.AllowedValues;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;

/** Rows of RAW tables: of those that a scan names, else of all. */
final class RawRowsTable implements TableAdapter {
    private static final TableDefinition TABLE = BuiltInTables.RAW_ROWS;

    /** Pages of up to 10,000 rows, which can be large: one per parallel request would be too much. */
    private static final int BUFFERED_PAGES = 4;

    /** Guesses, because RAW has no count. */
    private static final long GUESSED_TABLE_ROWS = 100_000;

    private static final long GUESSED_TABLES = 20;

    private final RawApi api;
    private final RawReads raw;
    private final Reading reading;
    private final RowInserter writer;

    RawRowsTable(RawApi api, RawReads raw, Reading reading, RowInserter writer) {
        this.api = api;
        this.raw = raw;
        this.reading = reading;
        this.writer = writer;
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
        return Optional.of(writer);
    }
}
