package org.cdfgateway.domain.table.builtin;

import static org.cdfgateway.domain.table.SqlType.JSON;
import static org.cdfgateway.domain.table.SqlType.TEXT;
import static org.cdfgateway.domain.table.TableDefinition.table;
import static org.cdfgateway.domain.table.WriteRule.READ_ONLY;

import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;

/** {@code unit_systems}: reference/postgres-gateway.md section 2.17. */
final class UnitSystems {

    static final TableDefinition DEFINITION = table("unit_systems", "Unit systems of CDF's unit catalog")
            .column("name", TEXT, "name", READ_ONLY, Set.of(), "Name of the system")
            .column(
                    "quantities",
                    JSON,
                    "quantities",
                    READ_ONLY,
                    Set.of(),
                    "The unit of each quantity, an array of objects with name and unitExternalId")
            .key("name")
            .readOnly("the unit catalog belongs to CDF")
            .example("SELECT name, json_array_length(quantities) FROM unit_systems")
            .build();

    private UnitSystems() {}
}
