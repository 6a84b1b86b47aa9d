package org.cdfgateway.sql.expression;

import java.util.List;
import org.cdfgateway.domain.row.Row;

/** Whether the operand has a value; never unknown. */
public record IsNotNull(Expression operand) implements Expression {

    @Override
    public ValueType type() {
        return ValueType.BOOLEAN;
    }

    @Override
    public Object evaluate(Row row) {
        return operand.evaluate(row) != null;
    }

    @Override
    public List<Expression> operands() {
        return List.of(operand);
    }
}
