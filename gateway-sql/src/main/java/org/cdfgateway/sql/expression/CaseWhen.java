package org.cdfgateway.sql.expression;

import java.util.ArrayList;
import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.jspecify.annotations.Nullable;

/** The result of the first branch whose condition is true. All results are of one type. */
public record CaseWhen(List<Branch> branches, Expression otherwise) implements Expression {

    public CaseWhen {
        branches = List.copyOf(branches);
    }

    /** {@code WHEN condition THEN result}. */
    public record Branch(Expression condition, Expression result) {}

    @Override
    public ValueType type() {
        return otherwise.type();
    }

    @Override
    public @Nullable Object evaluate(Row row) {
        for (Branch branch : branches) {
            if (branch.condition().holds(row)) {
                return branch.result().evaluate(row);
            }
        }
        return otherwise.evaluate(row);
    }

    @Override
    public List<Expression> operands() {
        List<Expression> operands = new ArrayList<>();
        for (Branch branch : branches) {
            operands.add(branch.condition());
            operands.add(branch.result());
        }
        operands.add(otherwise);
        return operands;
    }
}
