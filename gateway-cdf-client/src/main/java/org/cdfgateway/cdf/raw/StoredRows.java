package org.cdfgateway.cdf.raw;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cdfgateway.cdf.adapter.Reading;
import org.cdfgateway.cdf.api.RawApi;
import org.cdfgateway.cdf.filter.LongRange;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowBatch;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;

/** Reads single rows as RAW has them. */
record StoredRows(RawApi api, Reading reading) {
    private static final TableDefinition TABLE = BuiltInTables.RAW_ROWS;
    private static final int KEY = TABLE.position("_raw_key").orElseThrow();
    private static final int COLUMNS = TABLE.position("_raw_columns").orElseThrow();

    /** @param firstPageRows 1 or more */
    RowReader reader(RawTable table, RawSelection selection, int firstPageRows, CdfAccess access) {
        RawTableRead read = new RawTableRead(
                api, reading, access, new RawRowsForm(Scan.everything(TABLE)), selection, firstPageRows);
        return reading.reader(read.steps(table), RawTableRead.BUFFERED_PAGES);
    }

    /** The columns, as a JSON object, of those rows that exist. Blocks. */
    Map<String, String> columns(RawTable table, Set<String> keys, CdfAccess access) {
        RawSelection selection = new RawSelection(Optional.of(keys), LongRange.ALL);
        Map<String, String> columns = new HashMap<>();
        try (RowReader reader = reader(table, selection, TABLE.fetchSize(), access)) {
            for (RowBatch batch = reader.next(); batch != null; batch = reader.next()) {
                for (Row row : batch.rows()) {
                    String key = text(row, KEY);
                    if (keys.contains(key)) {
                        columns.put(key, columns(row));
                    }
                }
            }
        }
        return columns;
    }

    /** The columns of a row that was read, as a JSON object. */
    static String columns(Row row) {
        return text(row, COLUMNS);
    }

    private static String text(Row row, int position) {
        return (String) Objects.requireNonNull(row.value(position));
    }
}
