package org.cdfgateway.sql.remote;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.error.ErrorKind;
import org.cdfgateway.domain.error.GatewayException;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.sql.expression.TextInput;
import org.cdfgateway.sql.expression.ValueType;
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
            String text = parameters.get(first + i);
            values[position] = text == null ? null : value(columns.get(position), text);
        }
        return Row.owning(values);
    }

    private static Object value(Column column, String text) {
        Object value = TextInput.parse(ValueType.of(column.family()), text);
        if (value instanceof List<?> elements) {
            for (Object element : elements) {
                if (element == null) {
                    throw new GatewayException(
                                    ErrorKind.INVALID_PARAMETER_VALUE,
                                    "column \"" + column.name() + "\" cannot hold a null element: " + text)
                            .withHint(
                                    "CDF's lists hold values only: remove it, for example with array_remove(..., NULL).");
                }
            }
        }
        return value;
    }
}
