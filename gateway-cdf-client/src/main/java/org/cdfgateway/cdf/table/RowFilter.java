package org.cdfgateway.cdf.table;

import java.util.List;
import org.cdfgateway.domain.row.Row;

/** Drops rows that were read already. Safe for use by several threads. */
@FunctionalInterface
interface RowFilter {
    RowFilter ALL = rows -> rows;

    List<Row> apply(List<Row> rows);
}
