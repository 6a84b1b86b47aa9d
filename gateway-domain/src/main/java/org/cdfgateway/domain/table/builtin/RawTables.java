package org.cdfgateway.domain.table.builtin;

import static org.cdfgateway.domain.table.Pushable.PARENT;
import static org.cdfgateway.domain.table.SqlType.varchar;
import static org.cdfgateway.domain.table.TableDefinition.table;
import static org.cdfgateway.domain.table.WriteRule.REQUIRED;

import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;

/** {@code raw_tables}: reference/postgres-gateway.md section 2.15. */
final class RawTables {

    static final TableDefinition DEFINITION = table("raw_tables", "RAW tables of the CDF project")
            .column("_raw_database", varchar(32), "database", REQUIRED, Set.of(PARENT), "Name of the RAW database")
            .column("_raw_table", varchar(64), "name", REQUIRED, Set.of(), "Name of the RAW table")
            .build();

    private RawTables() {}
}
