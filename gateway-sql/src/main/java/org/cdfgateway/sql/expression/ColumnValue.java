package org.cdfgateway.sql.expression;

import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.jspecify.annotations.Nullable;

/** The value of a column. */
public record ColumnValue(Column column, int position) implements Expression {

    @Override
    public ValueType type() {
        return ValueType.of(column.family());
    }

    @Override
    public @Nullable Object evaluate(Row row) {
        return row.value(position);
    }

    @Override
    public List<Expression> operands() {
        return List.of();
    }

    @Override
    public Set<Column> columns() {
        return Set.of(column);
    }
}
