package org.cdfgateway.domain.row;

import java.util.List;

/** Rows that travel together: a page of a read or the items of a write. */
public record RowBatch(List<Row> rows) {

    public int size() {
        return rows.size();
    }
}
