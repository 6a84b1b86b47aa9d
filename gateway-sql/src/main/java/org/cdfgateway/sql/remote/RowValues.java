package org.cdfgateway.sql.remote;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.sql.remote.compute.ColumnInput;
import org.cdfgateway.sql.remote.statement.RemoteStatement.Insert;
import org.jspecify.annotations.Nullable;

/** The rows that the parameters of an INSERT make. */
final class RowValues {

    private RowValues() {}

    /**
     * Rows with all columns of the table; columns that the statement does not name are null.
     *
     * @throws GatewayException PROTOCOL_VIOLATION for a wrong number of parameters, INVALID_TEXT_REPRESENTATION or
     *     INVALID_PARAMETER_VALUE for a wrong value
     */
    static List<Row> of(Insert insert, List<@Nullable String> parameters) {
        int width = insert.positions().size();
        if (parameters.size() != insert.rows() * width) {
            throw new GatewayException(
                    ErrorKind.PROTOCOL_VIOLATION,
                    "INSERT got " + parameters.size() + " parameters (expected: " + insert.rows() * width + ")");
        }
        List<Row> rows = new ArrayList<>(insert.rows());
        for (int first = 0; first < parameters.size(); first += width) {
            rows.add(row(insert, parameters, first));
        }
        return rows;
    }

    private static Row row(Insert insert, List<@Nullable String> parameters, int first) {
        List<Column> columns = insert.table().columns();
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < insert.positions().size(); i++) {
            int position = insert.positions().get(i);
            values[position] = ColumnInput.parse(columns.get(position), parameters.get(first + i));
        }
        return Row.owning(values);
    }
}
