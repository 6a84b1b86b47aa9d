package org.cdfgateway.sql.remote.statement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.scan.Predicate;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.sql.expression.Constant;
import org.cdfgateway.sql.expression.Expression;
import org.cdfgateway.sql.pushdown.Pushdown;

/**
 * A condition on rows: all of it must be true.
 *
 * @param known what is evaluated here
 * @param computed what only PostgreSQL can compute; boolean
 */
public record RowCondition(Expression known, List<SqlExpression> computed) {

    public static final RowCondition ALWAYS = new RowCondition(Constant.TRUE, List.of());

    public RowCondition {
        computed = List.copyOf(computed);
    }

    /** The columns it looks at. */
    public Set<Column> columns() {
        Set<Column> columns = new HashSet<>(known.columns());
        computed.forEach(expression -> columns.addAll(expression.columns()));
        return columns;
    }

    /** What CDF may be asked for: holds for every row for which the condition is true. */
    public Predicate pushed() {
        return Pushdown.whereTrue(known);
    }
}
