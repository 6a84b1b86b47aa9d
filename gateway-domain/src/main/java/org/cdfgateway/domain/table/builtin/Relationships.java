package org.cdfgateway.domain.table.builtin;

import static org.cdfgateway.domain.table.Pushable.EQUALITY;
import static org.cdfgateway.domain.table.Pushable.LOOKUP;
import static org.cdfgateway.domain.table.Pushable.RANGE;
import static org.cdfgateway.domain.table.SqlType.BIGINT;
import static org.cdfgateway.domain.table.SqlType.DOUBLE;
import static org.cdfgateway.domain.table.SqlType.TEXT;
import static org.cdfgateway.domain.table.SqlType.TIMESTAMPTZ;
import static org.cdfgateway.domain.table.SqlType.varchar;
import static org.cdfgateway.domain.table.SqlType.varcharArray;
import static org.cdfgateway.domain.table.TableDefinition.table;
import static org.cdfgateway.domain.table.WriteRule.FIXED_REQUIRED;
import static org.cdfgateway.domain.table.WriteRule.READ_ONLY;
import static org.cdfgateway.domain.table.WriteRule.REQUIRED;
import static org.cdfgateway.domain.table.WriteRule.WRITABLE;

import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;

/** {@code relationships}: reference/postgres-gateway.md section 2.10. */
final class Relationships {

    static final TableDefinition DEFINITION = table(
                    "relationships", "Relationships between assets, events, files, sequences and time series")
            .column(
                    "external_id",
                    varchar(255),
                    "externalId",
                    FIXED_REQUIRED,
                    Set.of(LOOKUP),
                    "Id given by the source, unique among relationships")
            .column(
                    "source_external_id",
                    varchar(255),
                    "sourceExternalId",
                    REQUIRED,
                    Set.of(EQUALITY),
                    "External id of where it begins")
            .column(
                    "source_type",
                    TEXT,
                    "sourceType",
                    REQUIRED,
                    Set.of(EQUALITY),
                    "Kind of where it begins: asset, event, file, sequence or timeSeries")
            .column(
                    "target_external_id",
                    varchar(255),
                    "targetExternalId",
                    REQUIRED,
                    Set.of(EQUALITY),
                    "External id of where it ends")
            .column(
                    "target_type",
                    TEXT,
                    "targetType",
                    REQUIRED,
                    Set.of(EQUALITY),
                    "Kind of where it ends: asset, event, file, sequence or timeSeries")
            .column("start_time", TIMESTAMPTZ, "startTime", WRITABLE, Set.of(EQUALITY, RANGE), "When it began to hold")
            .column("end_time", TIMESTAMPTZ, "endTime", WRITABLE, Set.of(EQUALITY, RANGE), "When it ceased to hold")
            .column(
                    "confidence",
                    DOUBLE,
                    "confidence",
                    WRITABLE,
                    Set.of(EQUALITY, RANGE),
                    "How sure it is, from 0 to 1")
            .column("data_set_id", BIGINT, "dataSetId", WRITABLE, Set.of(EQUALITY), "Id of the data set it belongs to")
            .column("labels", varcharArray(255), "labels", WRITABLE, Set.of(), "External ids of its labels")
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
            .key("external_id")
            .example(
                    "SELECT target_type, target_external_id FROM relationships WHERE source_type = 'asset' AND source_external_id = 'NOR-70-04-E-0001'")
            .build();

    private Relationships() {}
}
