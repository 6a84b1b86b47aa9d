package org.cdfgateway.domain.table.builtin;

import static org.cdfgateway.domain.table.Pushable.PARENT;
import static org.cdfgateway.domain.table.SqlType.varchar;
import static org.cdfgateway.domain.table.TableDefinition.table;
import static org.cdfgateway.domain.table.WriteRule.FIXED_REQUIRED;

import java.util.Set;
import org.cdfgateway.domain.table.RowChange;
import org.cdfgateway.domain.table.TableDefinition;

/** {@code raw_tables}: reference/postgres-gateway.md section 2.15. */
final class RawTables {

    static final TableDefinition DEFINITION = table("raw_tables", "RAW tables of the CDF project")
            .column(
                    "_raw_database",
                    varchar(32),
                    "database",
                    FIXED_REQUIRED,
                    Set.of(PARENT),
                    "Name of the RAW database")
            .column("_raw_table", varchar(64), "name", FIXED_REQUIRED, Set.of(), "Name of the RAW table")
            .key("_raw_database", "_raw_table")
            .refuse(
                    RowChange.UPDATE,
                    "CDF has no call that renames a RAW table",
                    "INSERT the table under its new name and copy its rows.")
            .example("SELECT _raw_table FROM raw_tables WHERE _raw_database = 'sap'")
            .build();

    private RawTables() {}
}
