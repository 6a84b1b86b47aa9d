package org.cdfgateway.sql.remote.compute;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.port.outbound.RowEvaluation;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.expression.TextOutput;
import org.cdfgateway.sql.remote.statement.SqlExpression;
import org.jspecify.annotations.Nullable;

/** Has expressions over rows computed by PostgreSQL, so many rows at a time that neither side needs much memory. */
public final class RowComputation {
    private static final int MAX_ROWS = 1_000;
    private static final long MAX_CHARACTERS = 2_000_000;

    private final RowEvaluation evaluation;

    public RowComputation(RowEvaluation evaluation) {
        this.evaluation = evaluation;
    }

    /**
     * @param rows with all columns of the table
     * @return for each row the values of the expressions in PostgreSQL's text format
     * @throws org.cdfgateway.domain.error.GatewayException what PostgreSQL says of an expression
     */
    public List<List<@Nullable String>> compute(
            TableDefinition table, List<SqlExpression> expressions, List<Row> rows) {
        List<String> texts = expressions.stream().map(SqlExpression::sql).toList();
        List<Column> columns = columns(table, expressions);
        int[] positions = columns.stream()
                .mapToInt(column -> table.position(column.name()).orElseThrow())
                .toArray();
        List<List<@Nullable String>> results = new ArrayList<>(rows.size());
        List<List<@Nullable String>> chunk = new ArrayList<>();
        long characters = 0;
        for (Row row : rows) {
            List<@Nullable String> values = values(columns, positions, row);
            chunk.add(values);
            for (String value : values) {
                characters += value == null ? 0 : value.length();
            }
            if (chunk.size() == MAX_ROWS || characters > MAX_CHARACTERS) {
                results.addAll(evaluation.evaluate(texts, columns, chunk));
                chunk = new ArrayList<>();
                characters = 0;
            }
        }
        if (!chunk.isEmpty()) {
            results.addAll(evaluation.evaluate(texts, columns, chunk));
        }
        return results;
    }

    private static List<Column> columns(TableDefinition table, List<SqlExpression> expressions) {
        Set<Column> used = new LinkedHashSet<>();
        expressions.forEach(expression -> used.addAll(expression.columns()));
        return table.columns().stream().filter(used::contains).toList();
    }

    private static List<@Nullable String> values(List<Column> columns, int[] positions, Row row) {
        List<@Nullable String> values = new ArrayList<>(positions.length);
        for (int i = 0; i < positions.length; i++) {
            Object value = row.value(positions[i]);
            values.add(value == null ? null : TextOutput.text(columns.get(i).family(), value));
        }
        return values;
    }
}
