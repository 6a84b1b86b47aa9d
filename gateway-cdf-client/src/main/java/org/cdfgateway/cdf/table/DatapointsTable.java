package org.cdfgateway.cdf.table;

import java.util.Optional;
import org.cdfgateway.cdf.change.ReplacedRows;
import org.cdfgateway.cdf.filter.Keys;
import org.cdfgateway.cdf.filter.LongRange;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.port.outbound.RowUpdater;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;

/** Data points of numeric or of text series: read per series, all series one after the other when none is named. */
final class DatapointsTable implements TableAdapter {
    /** Pages have up to 100,000 points. */
    private static final int BUFFERED_PAGES = 2;

    /** A guess for planning: a point a minute, and never more than this per series. */
    private static final long MAX_GUESSED_POINTS = 1_000_000;

    private static final long GUESSED_MILLIS_PER_POINT = 60_000;

    private final TableDefinition table;
    private final DatapointReads reads;
    private final TableAdapter timeSeries;
    private final RowInserter inserter;
    private final RowUpdater updater;
    private final RowDeleter deleter;

    /** @param timeSeries the series themselves, for estimates */
    DatapointsTable(
            TableDefinition table,
            DatapointReads reads,
            TableAdapter timeSeries,
            RowInserter inserter,
            RowDeleter deleter) {
        this.table = table;
        this.reads = reads;
        this.timeSeries = timeSeries;
        this.inserter = inserter;
        this.updater =
                new ReplacedRows(table, inserter, deleter, (before, changed) -> PointRow.ofOneReference(changed));
        this.deleter = deleter;
    }

    @Override
    public TableDefinition table() {
        return table;
    }

    @Override
    public RowReader read(Scan scan, CdfAccess access) {
        return reads.reading().reader(reads.steps(scan, access), BUFFERED_PAGES);
    }

    @Override
    public ReadExplanation explain(Scan scan, CdfAccess access) {
        return reads.explain(scan, access);
    }

    @Override
    public long estimateRows(Scan scan, CdfAccess access) {
        LongRange range = reads.range(scan);
        if (range.isEmpty()) {
            return 0;
        }
        Optional<Keys> keys = Keys.of(scan.predicate());
        long series = keys.isPresent()
                ? keys.get().size()
                : timeSeries.estimateRows(Scan.everything(timeSeries.table()), access);
        long points = Math.min(MAX_GUESSED_POINTS, (range.max() - range.min()) / GUESSED_MILLIS_PER_POINT + 1);
        return series * points;
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
}
