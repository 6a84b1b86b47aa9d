package org.cdfgateway.sql.expression;

import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.jspecify.annotations.Nullable;

/** True when an operand is true, else unknown when one is unknown. */
public record Or(List<Expression> operands) implements Expression {

    public Or {
        operands = List.copyOf(operands);
    }

    @Override
    public ValueType type() {
        return ValueType.BOOLEAN;
    }

    @Override
    public @Nullable Object evaluate(Row row) {
        boolean unknown = false;
        for (Expression operand : operands) {
            Object value = operand.evaluate(row);
            if (value == null) {
                unknown = true;
            } else if (value.equals(true)) {
                return true;
            }
        }
        return unknown ? null : false;
    }
}
