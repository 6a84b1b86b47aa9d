package org.cdfgateway.domain.table.builtin;

import static org.cdfgateway.domain.table.Pushable.EQUALITY;
import static org.cdfgateway.domain.table.Pushable.LOOKUP;
import static org.cdfgateway.domain.table.Pushable.NULL_TEST;
import static org.cdfgateway.domain.table.Pushable.RANGE;
import static org.cdfgateway.domain.table.SqlType.BIGINT;
import static org.cdfgateway.domain.table.SqlType.JSON;
import static org.cdfgateway.domain.table.SqlType.TIMESTAMPTZ;
import static org.cdfgateway.domain.table.SqlType.varchar;
import static org.cdfgateway.domain.table.SqlType.varcharArray;
import static org.cdfgateway.domain.table.TableDefinition.table;
import static org.cdfgateway.domain.table.WriteRule.DEFAULTED;
import static org.cdfgateway.domain.table.WriteRule.READ_ONLY;
import static org.cdfgateway.domain.table.WriteRule.REQUIRED;
import static org.cdfgateway.domain.table.WriteRule.WRITABLE;

import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;

/** {@code assets}: reference/postgres-gateway.md section 2.3. */
final class Assets {

    static final TableDefinition DEFINITION = table("assets", "Assets of the CDF project: plants, systems, equipment")
            .column("id", BIGINT, "id", READ_ONLY, Set.of(LOOKUP), "Id given by CDF")
            .column(
                    "external_id",
                    varchar(255),
                    "externalId",
                    WRITABLE,
                    Set.of(LOOKUP, NULL_TEST),
                    "Id given by the source, unique among assets")
            .column("name", varchar(140), "name", REQUIRED, Set.of(EQUALITY), "Name, need not be unique")
            .column(
                    "parent_id",
                    BIGINT,
                    "parentId",
                    DEFAULTED,
                    Set.of(EQUALITY, NULL_TEST),
                    "Id of the parent asset, null for a root")
            .column(
                    "parent_external_id",
                    varchar(255),
                    "parentExternalId",
                    DEFAULTED,
                    Set.of(EQUALITY),
                    "External id of the parent asset; instead of parent_id when inserting")
            .column("description", varchar(500), "description", WRITABLE, Set.of(EQUALITY, NULL_TEST), "Description")
            .column(
                    "data_set_id",
                    BIGINT,
                    "dataSetId",
                    WRITABLE,
                    Set.of(EQUALITY, NULL_TEST),
                    "Id of the data set it belongs to")
            .column("metadata", JSON, "metadata", WRITABLE, Set.of(), "Custom fields, an object of texts")
            .column(
                    "source",
                    varchar(128),
                    "source",
                    WRITABLE,
                    Set.of(EQUALITY, NULL_TEST),
                    "Where the asset comes from")
            .column("labels", varcharArray(255), "labels", WRITABLE, Set.of(), "External ids of its labels")
            .column("geo_location", JSON, "geoLocation", WRITABLE, Set.of(), "Position, a GeoJSON feature")
            .column("root_id", BIGINT, "rootId", READ_ONLY, Set.of(EQUALITY), "Id of the root of its hierarchy")
            .column(
                    "created_time",
                    TIMESTAMPTZ,
                    "createdTime",
                    READ_ONLY,
                    Set.of(EQUALITY, RANGE),
                    "When CDF created it")
            .column(
                    "last_updated_time",
                    TIMESTAMPTZ,
                    "lastUpdatedTime",
                    READ_ONLY,
                    Set.of(EQUALITY, RANGE),
                    "When CDF last changed it")
            .key("id")
            .key("external_id")
            .example("SELECT name, description FROM assets WHERE parent_external_id = 'NOR-40'")
            .build();

    private Assets() {}
}
