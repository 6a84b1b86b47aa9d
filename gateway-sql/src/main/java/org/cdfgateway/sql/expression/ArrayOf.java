package org.cdfgateway.sql.expression;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.jspecify.annotations.Nullable;

/** {@code ARRAY[a, b]}; all elements are of the array's family. */
public record ArrayOf(List<Expression> operands, ValueType type) implements Expression {

    public ArrayOf {
        operands = List.copyOf(operands);
    }

    @Override
    public Object evaluate(Row row) {
        List<@Nullable Object> elements = new ArrayList<>(operands.size());
        for (Expression operand : operands) {
            elements.add(operand.evaluate(row));
        }
        return elements;
    }
}
