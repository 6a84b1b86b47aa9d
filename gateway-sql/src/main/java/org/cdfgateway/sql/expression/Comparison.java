package org.cdfgateway.sql.expression;

import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/** Two operands of one ordered family compared; unknown when either is null. */
public record Comparison(ComparisonOperator operator, Expression left, Expression right) implements Expression {

    @Override
    public ValueType type() {
        return ValueType.BOOLEAN;
    }

    @Override
    public @Nullable Object evaluate(Row row) {
        Object leftValue = left.evaluate(row);
        Object rightValue = right.evaluate(row);
        if (leftValue == null || rightValue == null) {
            return null;
        }
        return operator.holds(Values.compare(left.type().family(), leftValue, rightValue));
    }

    @Override
    public List<Expression> operands() {
        return List.of(left, right);
    }
}
