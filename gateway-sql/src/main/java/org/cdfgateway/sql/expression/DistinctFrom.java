package org.cdfgateway.sql.expression;

import java.util.List;
import org.cdfgateway.domain.row.Row;

/** {@code IS DISTINCT FROM}: not equal, where null equals null; never unknown. */
public record DistinctFrom(Expression left, Expression right) implements Expression {

    @Override
    public ValueType type() {
        return ValueType.BOOLEAN;
    }

    @Override
    public Object evaluate(Row row) {
        Object leftValue = left.evaluate(row);
        Object rightValue = right.evaluate(row);
        if (leftValue == null || rightValue == null) {
            return leftValue != rightValue;
        }
        return Values.compare(left.type().family(), leftValue, rightValue) != 0;
    }

    @Override
    public List<Expression> operands() {
        return List.of(left, right);
    }
}
