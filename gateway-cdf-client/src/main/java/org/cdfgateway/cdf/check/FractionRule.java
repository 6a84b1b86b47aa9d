package org.cdfgateway.cdf.check;

import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;

/** A number from 0 to 1. */
public record FractionRule(int position, Column column) implements RowCheck {

    public static FractionRule of(TableDefinition table, String column) {
        return new FractionRule(table.position(column).orElseThrow(), table.column(column));
    }

    @Override
    public void check(Row row) {
        if (row.value(position) instanceof Double number && !(number >= 0 && number <= 1)) {
            throw RowCheck.refused(ErrorKind.NUMERIC_VALUE_OUT_OF_RANGE, column, number, "a number from 0 to 1");
        }
    }
}
