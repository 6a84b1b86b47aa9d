package org.cdfgateway.domain.table.builtin;

import static org.cdfgateway.domain.table.Pushable.EQUALITY;
import static org.cdfgateway.domain.table.Pushable.LOOKUP;
import static org.cdfgateway.domain.table.Pushable.NULL_TEST;
import static org.cdfgateway.domain.table.Pushable.RANGE;
import static org.cdfgateway.domain.table.SqlType.BIGINT;
import static org.cdfgateway.domain.table.SqlType.JSON;
import static org.cdfgateway.domain.table.SqlType.TIMESTAMPTZ;
import static org.cdfgateway.domain.table.SqlType.varchar;
import static org.cdfgateway.domain.table.TableDefinition.table;
import static org.cdfgateway.domain.table.WriteRule.READ_ONLY;
import static org.cdfgateway.domain.table.WriteRule.REQUIRED;
import static org.cdfgateway.domain.table.WriteRule.WRITABLE;

import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;

/** {@code sequences}: reference/postgres-gateway.md section 2.8. */
final class Sequences {

    static final TableDefinition DEFINITION = table("sequences", "Sequences of the CDF project, without their rows")
            .column("id", BIGINT, "id", READ_ONLY, Set.of(LOOKUP), "Id given by CDF")
            .column(
                    "external_id",
                    varchar(255),
                    "externalId",
                    WRITABLE,
                    Set.of(LOOKUP, NULL_TEST),
                    "Id given by the source, unique among sequences")
            .column("name", varchar(255), "name", WRITABLE, Set.of(EQUALITY, NULL_TEST), "Name, need not be unique")
            .column("description", varchar(1000), "description", WRITABLE, Set.of(EQUALITY, NULL_TEST), "Description")
            .column(
                    "asset_id",
                    BIGINT,
                    "assetId",
                    WRITABLE,
                    Set.of(EQUALITY, NULL_TEST),
                    "Id of the asset it belongs to")
            .column("metadata", JSON, "metadata", WRITABLE, Set.of(), "Custom fields, an object of texts")
            .column(
                    "columns",
                    JSON,
                    "columns",
                    REQUIRED,
                    Set.of(),
                    "Its columns, an array of objects with externalId and valueType (STRING, DOUBLE or LONG)")
            .column(
                    "data_set_id",
                    BIGINT,
                    "dataSetId",
                    WRITABLE,
                    Set.of(EQUALITY, NULL_TEST),
                    "Id of the data set it belongs to")
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
            .example("SELECT external_id, json_array_length(columns) FROM sequences")
            .build();

    private Sequences() {}
}
