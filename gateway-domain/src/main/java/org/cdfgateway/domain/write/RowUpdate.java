package org.cdfgateway.domain.write;

import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;

/**
 * New values for some columns of one row.
 *
 * @param columns the columns that are set, distinct
 * @param values their values, in the same order; null clears a column
 * @param current the row with all columns as it was read; empty when it was not
 */
public record RowUpdate(RowKey key, List<Column> columns, Row values, Optional<Row> current) {

    public RowUpdate {
        columns = List.copyOf(columns);
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException("values: " + values.size() + " (expected: " + columns.size() + ")");
        }
    }
}
