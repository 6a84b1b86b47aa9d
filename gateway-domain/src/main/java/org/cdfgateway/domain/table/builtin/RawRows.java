package org.cdfgateway.domain.table.builtin;

import static org.cdfgateway.domain.table.Pushable.LOOKUP;
import static org.cdfgateway.domain.table.Pushable.PARENT;
import static org.cdfgateway.domain.table.Pushable.RANGE;
import static org.cdfgateway.domain.table.SqlType.JSON;
import static org.cdfgateway.domain.table.SqlType.TEXT;
import static org.cdfgateway.domain.table.SqlType.TIMESTAMPTZ;
import static org.cdfgateway.domain.table.SqlType.varchar;
import static org.cdfgateway.domain.table.TableDefinition.table;
import static org.cdfgateway.domain.table.WriteRule.READ_ONLY;
import static org.cdfgateway.domain.table.WriteRule.REQUIRED;

import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;

/** {@code raw_rows}: reference/postgres-gateway.md section 2.14. */
final class RawRows {

    static final TableDefinition DEFINITION = table("raw_rows", "Rows of all RAW tables of the CDF project")
            .column("_raw_database", varchar(32), "database", REQUIRED, Set.of(PARENT), "Name of the RAW database")
            .column("_raw_table", varchar(64), "table", REQUIRED, Set.of(PARENT), "Name of the RAW table")
            .column("_raw_key", TEXT, "key", REQUIRED, Set.of(LOOKUP), "Key of the row in its table")
            .column("_raw_columns", JSON, "columns", REQUIRED, Set.of(), "All columns of the row, an object")
            .column(
                    "_raw_last_updated_time",
                    TIMESTAMPTZ,
                    "lastUpdatedTime",
                    READ_ONLY,
                    Set.of(RANGE),
                    "When the row last changed")
            .key("_raw_database", "_raw_table", "_raw_key")
            .upsert()
            .example(
                    "SELECT _raw_key, _raw_columns ->> 'KTEXT' AS text FROM raw_rows WHERE _raw_database = 'sap' AND _raw_table = 'work_orders'")
            .build();

    private RawRows() {}
}
