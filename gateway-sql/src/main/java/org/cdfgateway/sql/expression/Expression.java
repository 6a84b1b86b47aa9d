package org.cdfgateway.sql.expression;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * A computation over the columns of one row, with PostgreSQL's three-valued logic: null is unknown. Immutable; safe for
 * use by several threads. Types have been checked when an expression exists: {@link Typing} makes them.
 */
public sealed interface Expression
        permits And,
                ArrayOf,
                Call,
                CaseWhen,
                Cast,
                ColumnValue,
                Comparison,
                Constant,
                DistinctFrom,
                Element,
                IsNotNull,
                IsNull,
                Membership,
                Not,
                Or,
                Quantified,
                UnknownValue {

    ValueType type();

    /** @param row with all columns of the table, in the order of its definition */
    @Nullable
    Object evaluate(Row row);

    /** The expressions this one is made of. */
    List<Expression> operands();

    /** Whether a condition is true, neither false nor unknown. */
    default boolean holds(Row row) {
        return Boolean.TRUE.equals(evaluate(row));
    }

    /** The columns it looks at. */
    default Set<Column> columns() {
        Set<Column> columns = new HashSet<>();
        for (Expression operand : operands()) {
            columns.addAll(operand.columns());
        }
        return Collections.unmodifiableSet(columns);
    }
}
