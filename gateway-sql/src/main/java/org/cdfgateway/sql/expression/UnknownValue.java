package org.cdfgateway.sql.expression;

import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.jspecify.annotations.Nullable;

/** A constant that is not known yet: a parameter of a statement that is only described or estimated. */
public record UnknownValue(ValueType type) implements Expression {

    /** @throws IllegalStateException always, because no row can be checked before the value is known */
    @Override
    public @Nullable Object evaluate(Row row) {
        throw new IllegalStateException("the value of a parameter of type " + type + " is not known yet");
    }

    @Override
    public List<Expression> operands() {
        return List.of();
    }
}
