package org.cdfgateway.sql.remote.compute;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.remote.statement.Assignment;
import org.cdfgateway.sql.remote.statement.SqlExpression;
import org.jspecify.annotations.Nullable;

/** The values that UPDATE gives to rows. */
public record NewValues(TableDefinition table, List<Assignment> assignments, RowComputation computation) {

    /** The columns that are set. */
    public List<Column> columns() {
        return assignments.stream().map(Assignment::column).toList();
    }

    /** The columns that the values are made of. */
    public Set<Column> sources() {
        Set<Column> sources = new HashSet<>();
        assignments.forEach(assignment -> sources.addAll(assignment.sources()));
        return sources;
    }

    /** Whether all rows get the same values, known without looking at them. */
    public boolean areConstant() {
        return assignments.stream().allMatch(Assignment::isConstant);
    }

    /**
     * For each row the values of {@link #columns()}.
     *
     * @param rows with all columns of the table
     * @throws org.cdfgateway.domain.error.GatewayException what PostgreSQL says of an expression;
     *     STRING_DATA_RIGHT_TRUNCATION
     */
    public List<Row> of(List<Row> rows) {
        List<SqlExpression> expressions = new ArrayList<>();
        for (Assignment assignment : assignments) {
            if (assignment instanceof Assignment.Computed computed) {
                expressions.add(computed.value());
            }
        }
        List<List<@Nullable String>> computed =
                expressions.isEmpty() ? List.of() : computation.compute(table, expressions, rows);
        List<Row> values = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            values.add(values(rows.get(i), expressions.isEmpty() ? List.of() : computed.get(i)));
        }
        return values;
    }

    /** The values if they {@link #areConstant}. */
    public Row ofAnyRow() {
        return values(Row.owning(), List.of());
    }

    private Row values(Row row, List<@Nullable String> computed) {
        @Nullable Object[] values = new @Nullable Object[assignments.size()];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            Column column = assignments.get(i).column();
            Object value;
            if (assignments.get(i) instanceof Assignment.Known known) {
                value = known.value().evaluate(row);
            } else {
                value = ColumnInput.parse(column, computed.get(next));
                next++;
            }
            values[i] = ColumnInput.assigned(column, value);
        }
        return Row.owning(values);
    }

    /** The values of columns that come as parameters, in PostgreSQL's text format. */
    public static Row ofParameters(List<Column> columns, List<@Nullable String> texts) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Column column = columns.get(i);
            values[i] = ColumnInput.assigned(column, ColumnInput.parse(column, texts.get(i)));
        }
        return Row.owning(values);
    }
}
