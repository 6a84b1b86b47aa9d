package org.cdfgateway.app.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.identity.CdfAccess;
import org.cdfgateway.domain.port.outbound.RowReader;
import org.cdfgateway.domain.port.outbound.TableAdapter;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.row.RowBatch;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;

/** Samples RAW through the table adapter that also serves queries: the first page of a table. */
public final class CdfRawSamples implements RawSamples {

    private static final TableDefinition ROWS = BuiltInTables.RAW_ROWS;
    private static final int COLUMNS = ROWS.position("_raw_columns").orElseThrow();

    private final TableAdapter rows;
    private final CdfAccess access;

    /** @param rows the adapter of {@code raw_rows} */
    public CdfRawSamples(TableAdapter rows, CdfAccess access) {
        this.rows = rows;
        this.access = access;
    }

    @Override
    public List<String> rows(String database, String table) {
        Predicate predicate = new Predicate.And(List.of(equal("_raw_database", database), equal("_raw_table", table)));
        Scan scan = new Scan(ROWS, Set.copyOf(ROWS.columns()), predicate);
        try (RowReader reader = rows.read(scan, access)) {
            RowBatch page = reader.next();
            List<String> columns = new ArrayList<>();
            if (page != null) {
                for (Row row : page.rows()) {
                    columns.add(String.valueOf(row.value(COLUMNS)));
                }
            }
            return columns;
        }
    }

    private static Predicate equal(String name, String value) {
        Column column = ROWS.column(name);
        return new Predicate.Comparison(column, ComparisonOperator.EQUAL, value);
    }
}
