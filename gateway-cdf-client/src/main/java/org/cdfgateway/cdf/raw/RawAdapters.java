package org.cdfgateway.cdf.raw;

import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.adapter.ResourceTable;
import org.cdfgateway.cdf.adapter.RowChanges;
import org.cdfgateway.cdf.api.CdfApis;
import org.cdfgateway.cdf.api.RawApi;
import org.cdfgateway.cdf.change.ReplacedRows;
import org.cdfgateway.domain.port.outbound.RowDeleter;
import org.cdfgateway.domain.port.outbound.RowInserter;
import org.cdfgateway.domain.port.outbound.RowUpdater;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.cdfgateway.domain.table.custom.RawSource;

/** This package's door: the adapters of all tables over RAW. */
public final class RawAdapters {
    private static final int LAST_UPDATED_TIME =
            BuiltInTables.RAW_ROWS.position("_raw_last_updated_time").orElseThrow();

    private final RawApi api;
    private final RawReads raw;
    private final Reading reading;
    private final RowInserter inserter;
    private final RowUpdater updater;
    private final RowDeleter deleter;

    public RawAdapters(CdfApis apis, Reading reading) {
        this.api = apis.api(RawApi.class);
        this.raw = new RawReads(api, reading);
        this.reading = reading;
        this.inserter = new RawRowsWriter(api, reading.timeouts());
        this.deleter = new RawRowsDeleter(api, reading.timeouts());
        this.updater =
                new ReplacedRows(BuiltInTables.RAW_ROWS, inserter, deleter, (before, changed) -> withoutTime(changed));
    }

    /** CDF decides it. */
    private static Row withoutTime(Row row) {
        return row.with(LAST_UPDATED_TIME, null);
    }

    /** Table {@code raw_rows}. */
    public TableAdapter rows() {
        return new ResourceTable(
                BuiltInTables.RAW_ROWS,
                new RawRows(api, raw, reading),
                reading,
                RowChanges.insert(inserter).update(updater).delete(deleter));
    }

    /** Table {@code raw_tables}. */
    public TableAdapter tables() {
        return new RawTablesTable(
                raw,
                reading,
                new RawTablesWriter(api, reading.timeouts()),
                new RawTablesDeleter(api, reading.timeouts()));
    }

    /** One RAW table in declared columns. */
    public TableAdapter custom(TableDefinition table, RawSource source) {
        CustomTableShape shape = CustomTableShape.of(table, source);
        return new ResourceTable(
                table,
                new CustomRows(shape, api, reading),
                reading,
                RowChanges.insert(new CustomRowsWriter(shape, inserter))
                        .update(new CustomRowsUpdater(shape, updater, new StoredRows(api, reading)))
                        .delete(new CustomRowsDeleter(shape, deleter)));
    }
}
