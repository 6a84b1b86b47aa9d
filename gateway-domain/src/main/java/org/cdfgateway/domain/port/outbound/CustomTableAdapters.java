package org.cdfgateway.domain.port.outbound;

import java.util.List;
import org.cdfgateway.domain.table.custom.CustomTable;

/** Makes adapters for custom tables. Asks nobody; safe for use by several threads. */
public interface CustomTableAdapters {

    /** One for each of {@link org.cdfgateway.domain.table.custom.CustomTables#definitions}, in that order. */
    List<TableAdapter> adapters(CustomTable table);
}
