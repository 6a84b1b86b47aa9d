package org.cdfgateway.cdf.adapter;

import java.util.Optional;
import org.cdfgateway.domain.explain.ReadExplanation;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.port.outbound.RowUpdater;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;

/** A table put together from where its rows come from and how they are changed. */
public record ResourceTable(TableDefinition table, RowSource source, Reading reading, RowChanges changes)
        implements TableAdapter {

    @Override
    public RowReader read(Scan scan, CdfAccess access) {
        return reading.reader(source.steps(scan, access), source.bufferedPages());
    }

    @Override
    public ReadExplanation explain(Scan scan, CdfAccess access) {
        return source.explain(scan, access);
    }

    @Override
    public long estimateRows(Scan scan, CdfAccess access) {
        return source.estimateRows(scan, access);
    }

    @Override
    public Optional<RowInserter> inserter() {
        return changes.inserter();
    }

    @Override
    public Optional<RowUpdater> updater() {
        return changes.updater();
    }

    @Override
    public Optional<RowDeleter> deleter() {
        return changes.deleter();
    }
}
