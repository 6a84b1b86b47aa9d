package org.cdfgateway.sql.expression;

import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.jspecify.annotations.Nullable;

/** The operand converted to another type, one of the conversions of {@link Conversions}. */
public record Cast(Expression operand, ValueType type) implements Expression {

    @Override
    public @Nullable Object evaluate(Row row) {
        Object value = operand.evaluate(row);
        return value == null ? null : Conversions.convert(value, type.family());
    }

    @Override
    public List<Expression> operands() {
        return List.of(operand);
    }
}
