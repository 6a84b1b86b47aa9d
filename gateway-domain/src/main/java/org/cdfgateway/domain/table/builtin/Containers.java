package org.cdfgateway.domain.table.builtin;

import static org.cdfgateway.domain.table.Pushable.EQUALITY;
import static org.cdfgateway.domain.table.SqlType.BOOLEAN;
import static org.cdfgateway.domain.table.SqlType.JSON;
import static org.cdfgateway.domain.table.SqlType.TEXT;
import static org.cdfgateway.domain.table.SqlType.TIMESTAMPTZ;
import static org.cdfgateway.domain.table.SqlType.varchar;
import static org.cdfgateway.domain.table.TableDefinition.table;
import static org.cdfgateway.domain.table.WriteRule.READ_ONLY;

import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;

/** {@code containers}: reference/postgres-gateway.md section 2.16. */
final class Containers {

    static final TableDefinition DEFINITION = table(
                    "containers", "Containers that the properties of data model instances are stored in")
            .column("space", varchar(43), "space", READ_ONLY, Set.of(EQUALITY), "Space it belongs to")
            .column(
                    "external_id",
                    varchar(255),
                    "externalId",
                    READ_ONLY,
                    Set.of(),
                    "External id, unique among the containers of its space")
            .column("name", varchar(255), "name", READ_ONLY, Set.of(), "Name for people")
            .column("description", varchar(1024), "description", READ_ONLY, Set.of(), "Description")
            .column("used_for", TEXT, "usedFor", READ_ONLY, Set.of(), "What it describes: node, edge or all")
            .column("properties", JSON, "properties", READ_ONLY, Set.of(), "Its properties by name, an object")
            .column("constraints", JSON, "constraints", READ_ONLY, Set.of(), "Its constraints by name, an object")
            .column("indexes", JSON, "indexes", READ_ONLY, Set.of(), "Its indexes by name, an object")
            .column("is_global", BOOLEAN, "isGlobal", READ_ONLY, Set.of(), "Whether it belongs to CDF itself")
            .column("created_time", TIMESTAMPTZ, "createdTime", READ_ONLY, Set.of(), "When CDF created it")
            .column(
                    "last_updated_time",
                    TIMESTAMPTZ,
                    "lastUpdatedTime",
                    READ_ONLY,
                    Set.of(),
                    "When CDF last changed it")
            .key("space", "external_id")
            .readOnly("data modeling schemas are changed through CDF's API only")
            .example("SELECT external_id, used_for FROM containers WHERE space = 'cdf_cdm'")
            .build();

    private Containers() {}
}
