package org.cdfgateway.sql.remote.statement;

import java.util.Set;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.sql.expression.Constant;
import org.cdfgateway.sql.expression.Expression;

/** The new value of a column in UPDATE. */
public sealed interface Assignment {

    Column column();

    /** The columns that the new value is made of. */
    Set<Column> sources();

    /** Whether it is the same for all rows, and known. */
    default boolean isConstant() {
        return false;
    }

    /** A value of the column's type that is evaluated here. */
    record Known(Column column, Expression value) implements Assignment {
        @Override
        public Set<Column> sources() {
            return value.columns();
        }

        @Override
        public boolean isConstant() {
            return value instanceof Constant;
        }
    }

    /** A value of the column's type, without its length, that only PostgreSQL can compute. */
    record Computed(Column column, SqlExpression value) implements Assignment {
        @Override
        public Set<Column> sources() {
            return value.columns();
        }
    }
}
