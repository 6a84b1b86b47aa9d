package org.cdfgateway.domain.table;

import java.util.List;

/** Columns whose values together tell one row of a table from all others, when none of them is null. */
public record Key(List<Column> columns) {

    public Key {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a key needs a column");
        }
    }
}
