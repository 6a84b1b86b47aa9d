package org.cdfgateway.cdf.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.filter.Unasked;
import org.cdfgateway.cdf.paging.ReadStep;
import org.cdfgateway.domain.explain.PlannedRequest;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;

/** RAW tables, listed per database. */
final class RawTablesTable implements TableAdapter {
    private static final TableDefinition TABLE = BuiltInTables.RAW_TABLES;

    private static final int BUFFERED_PAGES = 10;

    /** A guess, because RAW has no count. */
    private static final long GUESSED_TABLES = 100;

    private final RawReads raw;
    private final Reading reading;
    private final RowInserter inserter;
    private final RowDeleter deleter;

    RawTablesTable(RawReads raw, Reading reading, RowInserter inserter, RowDeleter deleter) {
        this.raw = raw;
        this.reading = reading;
        this.inserter = inserter;
        this.deleter = deleter;
    }

    @Override
    public TableDefinition table() {
        return TABLE;
    }

    @Override
    public RowReader read(Scan scan, CdfAccess access) {
        Optional<List<String>> databases = RawReads.named(scan, TABLE.column("_raw_database"), RawNames.DATABASE);
        return reading.reader(
                raw.inDatabases(databases, access, database -> List.of(tables(database, access))), BUFFERED_PAGES);
    }

    private ReadStep tables(String database, CdfAccess access) {
        return raw.tables(
                database,
                null,
                access,
                (names, rest) -> new ReadStep.Outcome(
                        names.stream().map(name -> Row.owning(database, name)).toList(), rest));
    }

    @Override
    public ReadExplanation explain(Scan scan, CdfAccess access) {
        Optional<List<String>> databases = RawReads.named(scan, TABLE.column("_raw_database"), RawNames.DATABASE);
        if (databases.map(List::isEmpty).orElse(false)) {
            return ReadExplanation.NOTHING;
        }
        List<PlannedRequest> requests = new ArrayList<>(RawReads.explainDatabases(databases));
        requests.add(RawReads.explainTables(databases));
        return new ReadExplanation(
                requests, Unasked.of(scan.predicate(), Unasked.values(TABLE.column("_raw_database"))));
    }

    @Override
    public long estimateRows(Scan scan, CdfAccess access) {
        return GUESSED_TABLES;
    }

    @Override
    public Optional<RowInserter> inserter() {
        return Optional.of(inserter);
    }

    @Override
    public Optional<RowDeleter> deleter() {
        return Optional.of(deleter);
    }
}
