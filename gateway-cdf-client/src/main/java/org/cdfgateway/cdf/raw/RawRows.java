package org.cdfgateway.cdf.raw;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.adapter.RowSource;
import org.cdfgateway.cdf.api.RawApi;
import org.cdfgateway.cdf.filter.AllowedValues;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;

/** Rows of RAW tables: of those that a scan names, else of all. */
record RawRows(RawApi api, RawReads raw, Reading reading) implements RowSource {
    private static final TableDefinition TABLE = BuiltInTables.RAW_ROWS;

    /** Guesses, because RAW has no count. */
    static final long GUESSED_TABLE_ROWS = 100_000;

    private static final long GUESSED_TABLES = 20;

    @Override
    public List<ReadStep> steps(Scan scan, CdfAccess access) {
        return read(scan, access).steps();
    }

    @Override
    public ReadExplanation explain(Scan scan, CdfAccess access) {
        return read(scan, access).explain(scan.predicate());
    }

    private RawRowsRead read(Scan scan, CdfAccess access) {
        return new RawRowsRead(api, raw, reading, scan, access);
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
    public int bufferedPages() {
        return RawTableRead.BUFFERED_PAGES;
    }
}
