package org.cdfgateway.sql.expression;

import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.jspecify.annotations.Nullable;

/** The opposite; unknown stays unknown. */
public record Not(Expression operand) implements Expression {

    @Override
    public ValueType type() {
        return ValueType.BOOLEAN;
    }

    @Override
    public @Nullable Object evaluate(Row row) {
        Object value = operand.evaluate(row);
        return value == null ? null : value.equals(false);
    }

    @Override
    public List<Expression> operands() {
        return List.of(operand);
    }
}
