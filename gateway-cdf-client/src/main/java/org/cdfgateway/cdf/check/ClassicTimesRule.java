package org.cdfgateway.cdf.check;

import java.util.List;
import org.cdfgateway.cdf.filter.CdfLimits;
import org.cdfgateway.cdf.row.EpochTime;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.ColumnType;
import org.cdfgateway.domain.table.TableDefinition;

/** Times of classic resources are whole milliseconds from 1970 on (reference/cdf-api-resources.md section 1.3). */
public record ClassicTimesRule(TableDefinition table) implements RowCheck {

    @Override
    public void check(Row row) {
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.family() == ColumnType.TIMESTAMPTZ
                    && column.writeRule().insertable()
                    && row.value(i) instanceof Long micros) {
                check(column, micros);
            }
        }
    }

    private static void check(Column column, long micros) {
        FiniteTime.check(column, micros);
        if (micros < 0 || EpochTime.toMillis(micros) > CdfLimits.MAX_ID) {
            throw RowCheck.refused(
                    ErrorKind.DATETIME_FIELD_OVERFLOW, column, FiniteTime.shown(micros), "a time from 1970 on");
        }
    }
}
