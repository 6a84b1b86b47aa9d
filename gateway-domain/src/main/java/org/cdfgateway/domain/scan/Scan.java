package org.cdfgateway.domain.scan;

import java.util.Set;
import org.cdfgateway.domain.table.Column;
import org.cdfgateway.domain.table.TableDefinition;

/**
 * A read of one table. Rows come with all columns of the table, in the order of its definition; those outside
 * {@code neededColumns} may be null.
 *
 * @param neededColumns what the caller will look at, the columns of {@code predicate} included
 * @param predicate rows it does not hold for may be left out, never rows it holds for
 */
public record Scan(TableDefinition table, Set<Column> neededColumns, Predicate predicate) {

    public Scan {
        neededColumns = Set.copyOf(neededColumns);
    }

    /** Everything in the table. */
    public static Scan everything(TableDefinition table) {
        return new Scan(table, Set.copyOf(table.columns()), Predicate.all());
    }

    public boolean needs(Column column) {
        return neededColumns.contains(column);
    }
}
