package org.cdfgateway.domain.table.builtin;

import static org.cdfgateway.domain.table.Pushable.EQUALITY;
import static org.cdfgateway.domain.table.Pushable.LOOKUP;
import static org.cdfgateway.domain.table.Pushable.NULL_TEST;
import static org.cdfgateway.domain.table.Pushable.RANGE;
import static org.cdfgateway.domain.table.SqlType.BIGINT;
import static org.cdfgateway.domain.table.SqlType.BIGINT_ARRAY;
import static org.cdfgateway.domain.table.SqlType.JSON;
import static org.cdfgateway.domain.table.SqlType.TIMESTAMPTZ;
import static org.cdfgateway.domain.table.SqlType.varchar;
import static org.cdfgateway.domain.table.TableDefinition.table;
import static org.cdfgateway.domain.table.WriteRule.READ_ONLY;
import static org.cdfgateway.domain.table.WriteRule.WRITABLE;

import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;

/** {@code events}: reference/postgres-gateway.md section 2.4. */
final class Events {

    static final TableDefinition DEFINITION = table("events", "Events of the CDF project: work orders, alarms, periods")
            .column("id", BIGINT, "id", READ_ONLY, Set.of(LOOKUP), "Id given by CDF")
            .column(
                    "external_id",
                    varchar(255),
                    "externalId",
                    WRITABLE,
                    Set.of(LOOKUP, NULL_TEST),
                    "Id given by the source, unique among events")
            .column(
                    "data_set_id",
                    BIGINT,
                    "dataSetId",
                    WRITABLE,
                    Set.of(EQUALITY, NULL_TEST),
                    "Id of the data set it belongs to")
            .column(
                    "start_time",
                    TIMESTAMPTZ,
                    "startTime",
                    WRITABLE,
                    Set.of(EQUALITY, RANGE, NULL_TEST),
                    "When it began")
            .column(
                    "end_time",
                    TIMESTAMPTZ,
                    "endTime",
                    WRITABLE,
                    Set.of(EQUALITY, RANGE, NULL_TEST),
                    "When it ended, null while it goes on")
            .column("type", varchar(64), "type", WRITABLE, Set.of(EQUALITY, NULL_TEST), "Kind of event")
            .column("subtype", varchar(64), "subtype", WRITABLE, Set.of(EQUALITY, NULL_TEST), "Finer kind of event")
            .column("description", varchar(500), "description", WRITABLE, Set.of(EQUALITY, NULL_TEST), "Description")
            .column("metadata", JSON, "metadata", WRITABLE, Set.of(), "Custom fields, an object of texts")
            .column("asset_ids", BIGINT_ARRAY, "assetIds", WRITABLE, Set.of(), "Ids of the assets it concerns")
            .column(
                    "source",
                    varchar(128),
                    "source",
                    WRITABLE,
                    Set.of(EQUALITY, NULL_TEST),
                    "Where the event comes from")
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
            .example("SELECT type, start_time FROM events WHERE start_time >= '2026-10-31' ORDER BY start_time")
            .build();

    private Events() {}
}
