package org.cdfgateway.cdf.sequence;

import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.builtin.BuiltInTables;

/** Where the values of a row of {@code sequence_rows} stand. */
final class RowPositions {
    private static final TableDefinition TABLE = BuiltInTables.SEQUENCE_ROWS;

    static final int ID = TABLE.position("id").orElseThrow();
    static final int EXTERNAL_ID = TABLE.position("external_id").orElseThrow();
    static final int ROW_NUMBER = TABLE.position("row_number").orElseThrow();
    static final int COLUMNS = TABLE.position("columns").orElseThrow();
    static final int VALUES = TABLE.position("values").orElseThrow();

    private RowPositions() {}
}
