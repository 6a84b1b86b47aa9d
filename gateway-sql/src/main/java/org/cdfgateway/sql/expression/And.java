package org.cdfgateway.sql.expression;

import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.jspecify.annotations.Nullable;

/** False when an operand is false, else unknown when one is unknown. */
public record And(List<Expression> operands) implements Expression {

    public And {
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
            } else if (value.equals(false)) {
                return false;
            }
        }
        return unknown ? null : true;
    }
}
