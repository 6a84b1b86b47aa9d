package org.cdfgateway.sql.expression;

import java.util.List;
import org.cdfgateway.domain.row.Row;
import org.jspecify.annotations.Nullable;

/** A value that is known beforehand. */
public record Constant(ValueType type, @Nullable Object value) implements Expression {

    public static final Constant TRUE = new Constant(ValueType.BOOLEAN, true);

    @Override
    public @Nullable Object evaluate(Row row) {
        return value;
    }

    @Override
    public List<Expression> operands() {
        return List.of();
    }
}
