package org.cdfgateway.domain.table.builtin;

import static org.cdfgateway.domain.table.Pushable.EQUALITY;
import static org.cdfgateway.domain.table.SqlType.BOOLEAN;
import static org.cdfgateway.domain.table.SqlType.JSON;
import static org.cdfgateway.domain.table.SqlType.TIMESTAMPTZ;
import static org.cdfgateway.domain.table.SqlType.varchar;
import static org.cdfgateway.domain.table.TableDefinition.table;
import static org.cdfgateway.domain.table.WriteRule.READ_ONLY;

import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;

/** {@code data_models}: reference/postgres-gateway.md section 2.16. */
final class DataModels {

    static final TableDefinition DEFINITION = table("data_models", "Data models of the CDF project, all versions")
            .column("space", varchar(43), "space", READ_ONLY, Set.of(EQUALITY), "Space it belongs to")
            .column(
                    "external_id",
                    varchar(255),
                    "externalId",
                    READ_ONLY,
                    Set.of(),
                    "External id, unique among the data models of its space")
            .column("version", varchar(43), "version", READ_ONLY, Set.of(), "Version")
            .column("name", varchar(255), "name", READ_ONLY, Set.of(), "Name for people")
            .column("description", varchar(1024), "description", READ_ONLY, Set.of(), "Description")
            .column("views", JSON, "views", READ_ONLY, Set.of(), "Its views, an array of references")
            .column("is_global", BOOLEAN, "isGlobal", READ_ONLY, Set.of(), "Whether it belongs to CDF itself")
            .column("created_time", TIMESTAMPTZ, "createdTime", READ_ONLY, Set.of(), "When CDF created it")
            .column(
                    "last_updated_time",
                    TIMESTAMPTZ,
                    "lastUpdatedTime",
                    READ_ONLY,
                    Set.of(),
                    "When CDF last changed it")
            .key("space", "external_id", "version")
            .readOnly("data modeling schemas are changed through CDF's API only")
            .example("SELECT external_id, version, json_array_length(views) FROM data_models WHERE space = 'cdf_cdm'")
            .build();

    private DataModels() {}
}
