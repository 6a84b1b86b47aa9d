package org.cdfgateway.cdf.raw;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Objects;
import org.cdfgateway.cdf.row.JsonRows;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;
import org.jspecify.annotations.Nullable;

/** Rows as table {@code raw_rows} has them: all columns as one JSON object. */
final class RawRowsForm implements RawRowForm {
    private static final TableDefinition TABLE = BuiltInTables.RAW_ROWS;
    private static final int DATABASE = TABLE.position("_raw_database").orElseThrow();
    private static final int NAME = TABLE.position("_raw_table").orElseThrow();
    private static final int KEY = TABLE.position("_raw_key").orElseThrow();
    private static final Column COLUMNS = TABLE.column("_raw_columns");

    private final JsonRows rows;
    private final boolean needsColumns;

    RawRowsForm(Scan scan) {
        this.rows = JsonRows.needed(scan, TABLE.column("_raw_key"));
        this.needsColumns = scan.needs(COLUMNS);
    }

    @Override
    public @Nullable String neededColumns() {
        return needsColumns ? null : NO_COLUMNS;
    }

    @Override
    public KeyedRow row(RawTable table, JsonParser parser) throws IOException {
        @Nullable Object[] values = rows.row(parser).values().toArray();
        values[DATABASE] = table.database();
        values[NAME] = table.name();
        return new KeyedRow((String) Objects.requireNonNull(values[KEY]), Row.owning(values));
    }
}
