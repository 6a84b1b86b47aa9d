package org.cdfgateway.cdf;

import org.cdfgateway.domain.row.Row;
import org.cdfgateway.domain.table.TableDefinition;
import org.jspecify.annotations.Nullable;

/** A row whose columns are null but for those that are given. */
public final class RowBuilder {
    private final TableDefinition table;
    private final @Nullable Object[] values;

    private RowBuilder(TableDefinition table) {
        this.table = table;
        this.values = new @Nullable Object[table.columns().size()];
    }

    public static RowBuilder aRow(TableDefinition table) {
        return new RowBuilder(table);
    }

    public RowBuilder with(String column, Object value) {
        values[table.position(column).orElseThrow()] = value;
        return this;
    }

    public Row build() {
        return Row.owning(values.clone());
    }
}
