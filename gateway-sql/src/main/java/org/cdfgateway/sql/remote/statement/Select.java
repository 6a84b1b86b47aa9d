package org.cdfgateway.sql.remote.statement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;

/**
 * {@code SELECT a, b FROM t WHERE condition}: the only query there is.
 *
 * @param forChange whether it ends with FOR UPDATE: it finds the rows that an UPDATE or DELETE changes by their addresses
 * @param isSorted whether it asks for an order, which is what postgres_fdw considers for a join with the rows to change
 */
public record Select(
        TableDefinition table,
        List<OutputColumn> outputs,
        RowCondition condition,
        boolean forChange,
        boolean isSorted) {

    public Select {
        outputs = List.copyOf(outputs);
    }

    /** The columns that have to be read. */
    public Set<Column> columns() {
        Set<Column> needed = new HashSet<>(condition.columns());
        needed.addAll(OutputColumn.columns(outputs));
        return needed;
    }

    /** The values to send of a row of the table. */
    public Row project(Row row) {
        return OutputColumn.project(outputs, row);
    }
}
