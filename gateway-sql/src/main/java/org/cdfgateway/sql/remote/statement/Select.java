package org.cdfgateway.sql.remote.statement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.scan.Scan;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.sql.expression.Expression;
import org.cdfgateway.sql.pushdown.Pushdown;

/** {@code SELECT a, b FROM t WHERE condition}: the only query there is. */
public record Select(TableDefinition table, List<OutputColumn> outputs, Expression condition) {

    public Select {
        outputs = List.copyOf(outputs);
    }

    /** What has to be read; its rows must still be checked with {@link #condition()}. */
    public Scan scan() {
        Set<Column> needed = new HashSet<>(condition.columns());
        for (OutputColumn output : outputs) {
            output.column().ifPresent(needed::add);
        }
        return new Scan(table, needed, Pushdown.whereTrue(condition));
    }

    /** The values to send of a row of the table. */
    public Row project(Row row) {
        return OutputColumn.project(outputs, row);
    }
}
