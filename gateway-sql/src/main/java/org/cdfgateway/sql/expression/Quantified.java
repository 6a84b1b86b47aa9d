package org.cdfgateway.sql.expression;

import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/** {@code x < ANY (array)} and the like; the operand and the elements are of one ordered family. */
public record Quantified(ComparisonOperator operator, Quantifier quantifier, Expression operand, Expression array)
        implements Expression {

    @Override
    public ValueType type() {
        return ValueType.BOOLEAN;
    }

    @Override
    public @Nullable Object evaluate(Row row) {
        List<?> elements = (List<?>) array.evaluate(row);
        if (elements == null) {
            return null;
        }
        boolean decisive = quantifier == Quantifier.ANY;
        Object value = operand.evaluate(row);
        boolean unknown = value == null && !elements.isEmpty();
        for (Object element : elements) {
            if (value == null || element == null) {
                unknown = true;
            } else if (operator.holds(Values.compare(operand.type().family(), value, element)) == decisive) {
                return decisive;
            }
        }
        return unknown ? null : !decisive;
    }

    @Override
    public List<Expression> operands() {
        return List.of(operand, array);
    }
}
