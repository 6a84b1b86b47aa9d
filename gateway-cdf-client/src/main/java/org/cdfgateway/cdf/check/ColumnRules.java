package org.cdfgateway.cdf.check;

import java.util.List;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;

/** Read-only columns stay null, required ones do not. */
public record ColumnRules(TableDefinition table) implements RowCheck {

    @Override
    public void check(Row row) {
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            check(columns.get(i), row.value(i) != null);
        }
    }

    private void check(Column column, boolean given) {
        if (given && !column.writeRule().insertable()) {
            throw new GatewayException(
                            ErrorKind.GENERATED_ALWAYS, "cannot insert a value into column \"" + column.name() + "\"")
                    .withDetail("CDF decides it.")
                    .withHint("Leave the column out of the INSERT.");
        }
        if (!given && column.writeRule().required()) {
            throw new GatewayException(
                    ErrorKind.NOT_NULL_VIOLATION,
                    "null value in column \"" + column.name() + "\" of relation \"" + table.name()
                            + "\" violates not-null constraint");
        }
    }
}
