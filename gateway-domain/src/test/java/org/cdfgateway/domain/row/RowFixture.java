package org.cdfgateway.domain.row;

import org.cdfgateway.domain.table.TableDefinition;
import org.jspecify.annotations.Nullable;

/** Builds one row of a table; columns that are not named are null. */
public final class RowFixture {
    private final TableDefinition table;
    private final @Nullable Object[] values;

    private RowFixture(TableDefinition table) {
        this.table = table;
        this.values = new @Nullable Object[table.columns().size()];
    }

    public static RowFixture aRow(TableDefinition table) {
        return new RowFixture(table);
    }

    public RowFixture with(String column, @Nullable Object value) {
        values[table.position(column).orElseThrow()] = value;
        return this;
    }

    public Row row() {
        return Row.owning(values.clone());
    }
}
