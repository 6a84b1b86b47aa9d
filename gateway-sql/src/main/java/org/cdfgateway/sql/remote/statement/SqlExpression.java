package org.cdfgateway.sql.remote.statement;

import java.util.Set;
import org.cdfgateway.domain.table.Column;

/**
 * An expression over the columns of one row that only PostgreSQL can compute.
 *
 * @param sql without parameters: their values are in place
 * @param columns all that it looks at, perhaps some more
 */
public record SqlExpression(String sql, Set<Column> columns) {

    public SqlExpression {
        columns = Set.copyOf(columns);
    }

    /** The same as a value of that type. */
    public SqlExpression as(String typeName) {
        return new SqlExpression("(" + sql + ")::" + typeName, columns);
    }
}
