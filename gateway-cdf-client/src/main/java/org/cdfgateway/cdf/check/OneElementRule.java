package org.cdfgateway.cdf.check;

import java.util.List;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;

/** An array that stands for a single value. */
public record OneElementRule(int position, Column column) implements RowCheck {

    public static OneElementRule of(TableDefinition table, String column) {
        return new OneElementRule(table.position(column).orElseThrow(), table.column(column));
    }

    @Override
    public void check(Row row) {
        if (row.value(position) instanceof List<?> list && list.size() != 1) {
            throw RowCheck.refused(ErrorKind.INVALID_PARAMETER_VALUE, column, list, "an array of one element, or null");
        }
    }
}
