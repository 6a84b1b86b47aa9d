package org.cdfgateway.domain.port.outbound;

import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.table.TableName;

/** The tables of one gateway user: the built-in ones and the custom ones of the moment. Safe for use by several threads. */
public interface UserTables {

    /** The adapters of all tables. */
    List<TableAdapter> all();

    /** The adapter of one table as it is now; asks nobody and costs no more than a lookup. */
    Optional<TableAdapter> find(TableName name);
}
