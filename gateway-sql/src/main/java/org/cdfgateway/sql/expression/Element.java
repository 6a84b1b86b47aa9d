package org.cdfgateway.sql.expression;

import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.jspecify.annotations.Nullable;

/** {@code array[index]} of a one-dimensional array that starts at 1; null beyond its ends. */
public record Element(ColumnValue array, Expression index) implements Expression {

    @Override
    public ValueType type() {
        return array.type().element();
    }

    @Override
    public @Nullable Object evaluate(Row row) {
        List<?> elements = (List<?>) array.evaluate(row);
        Long position = (Long) index.evaluate(row);
        if (elements == null || position == null || position < 1 || position > elements.size()) {
            return null;
        }
        return elements.get(position.intValue() - 1);
    }

    @Override
    public List<Expression> operands() {
        return List.of(array, index);
    }
}
