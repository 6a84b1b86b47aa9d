package org.cdfgateway.cdf.table;

import org.cdfgateway.cdf.check.RowCheck;
import org.cdfgateway.cdf.sequence.ColumnValues;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;

/** What a row of a sequence must be, as far as it can be told without the sequence's columns. */
record SequenceRowRule(TableDefinition table, RowCheck reference) implements RowCheck {

    SequenceRowRule(TableDefinition table) {
        this(table, OneReferenceRule.of(table, "sequence"));
    }

    @Override
    public void check(Row row) {
        reference.check(row);
        if (row.value(table.position("row_number").orElseThrow()) instanceof Long number && number < 0) {
            throw RowCheck.refused(
                    ErrorKind.NUMERIC_VALUE_OUT_OF_RANGE, table.column("row_number"), number, "0 or more");
        }
        ColumnValues unused = ColumnValues.of(row);
    }
}
