package org.cdfgateway.domain.table.builtin;

import static org.cdfgateway.domain.table.Pushable.EQUALITY;
import static org.cdfgateway.domain.table.Pushable.LOOKUP;
import static org.cdfgateway.domain.table.RowChange.UPDATE;
import static org.cdfgateway.domain.table.SqlType.BIGINT_ARRAY;
import static org.cdfgateway.domain.table.SqlType.TIMESTAMPTZ;
import static org.cdfgateway.domain.table.SqlType.varchar;
import static org.cdfgateway.domain.table.TableDefinition.table;
import static org.cdfgateway.domain.table.WriteRule.FIXED;
import static org.cdfgateway.domain.table.WriteRule.FIXED_REQUIRED;
import static org.cdfgateway.domain.table.WriteRule.READ_ONLY;

import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;

/** {@code labels}: reference/postgres-gateway.md section 2.11. */
final class Labels {

    static final TableDefinition DEFINITION = table("labels", "Labels that assets, files and relationships can carry")
            .column(
                    "external_id",
                    varchar(255),
                    "externalId",
                    FIXED_REQUIRED,
                    Set.of(LOOKUP),
                    "Id given by the source, unique among labels")
            .column("name", varchar(140), "name", FIXED_REQUIRED, Set.of(EQUALITY), "Name")
            .column("description", varchar(500), "description", FIXED, Set.of(), "Description")
            .column(
                    "data_set_id",
                    BIGINT_ARRAY,
                    "dataSetId",
                    FIXED,
                    Set.of(),
                    "Id of the data set it belongs to: an array of one id, or null")
            .column("created_time", TIMESTAMPTZ, "createdTime", READ_ONLY, Set.of(), "When CDF created it")
            .key("external_id")
            .refuse(
                    UPDATE,
                    "CDF has no call that changes a label",
                    "DELETE the label and INSERT it again; what carries it keeps it.")
            .example("SELECT external_id, name FROM labels ORDER BY name")
            .build();

    private Labels() {}
}
