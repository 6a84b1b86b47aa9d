package org.cdfgateway.domain.port.outbound;

import java.util.List;
import java.util.Optional;
import org.cdfgateway.domain.table.TableDefinition;
import org.cdfgateway.domain.table.TableName;

/** The tables of one gateway user: the built-in ones and the custom ones of the moment. Safe for use by several threads. */
public interface UserTables {

    /** The adapters of all tables. */
    List<TableAdapter> all();

    /** The custom ones; the same list until they change, and for users who have none always the empty one. */
    List<TableDefinition> custom();

    /** The adapter of one table as it is now; asks nobody and costs no more than a lookup. */
    Optional<TableAdapter> find(TableName name);
}
