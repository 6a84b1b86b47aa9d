package org.cdfgateway.sql.expression;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.jspecify.annotations.Nullable;

/** A function of texts or bytes; null when an argument is null. */
public record Call(Function function, List<Expression> operands) implements Expression {

    public Call {
        operands = List.copyOf(operands);
    }

    @Override
    public ValueType type() {
        return function.result();
    }

    @Override
    public @Nullable Object evaluate(Row row) {
        List<String> arguments = new ArrayList<>(operands.size());
        for (Expression operand : operands) {
            Object value = operand.evaluate(row);
            if (value == null) {
                return null;
            }
            arguments.add((String) value);
        }
        return function.apply(arguments);
    }
}
