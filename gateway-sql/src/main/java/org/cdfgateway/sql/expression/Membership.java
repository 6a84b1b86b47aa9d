package org.cdfgateway.sql.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.row.Row;
import org.jspecify.annotations.Nullable;

/** {@code x = ANY ('{...}')}, in constant time however long the list is. */
public final class Membership implements Expression {
    private final Expression operand;
    private final Set<Object> constants;
    private final boolean hasNull;

    /** @param elements of the operand's family */
    public Membership(Expression operand, List<? extends @Nullable Object> elements) {
        this.operand = operand;
        this.constants = new LinkedHashSet<>();
        boolean nullSeen = false;
        for (Object element : elements) {
            if (element == null) {
                nullSeen = true;
            } else {
                constants.add(Values.key(element));
            }
        }
        this.hasNull = nullSeen;
    }

    public Expression operand() {
        return operand;
    }

    /** The distinct non-null elements, in the order they were given. */
    public List<Object> constants() {
        return List.copyOf(constants);
    }

    public boolean hasNull() {
        return hasNull;
    }

    @Override
    public ValueType type() {
        return ValueType.BOOLEAN;
    }

    @Override
    public @Nullable Object evaluate(Row row) {
        if (constants.isEmpty() && !hasNull) {
            return false;
        }
        Object value = operand.evaluate(row);
        if (value == null) {
            return null;
        }
        if (constants.contains(Values.key(value))) {
            return true;
        }
        return hasNull ? null : false;
    }

    @Override
    public List<Expression> operands() {
        return List.of(operand);
    }
}
