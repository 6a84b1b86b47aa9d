package org.cdfgateway.domain.table.builtin;

import static org.cdfgateway.domain.table.Pushable.EQUALITY;
import static org.cdfgateway.domain.table.Pushable.PARENT;
import static org.cdfgateway.domain.table.Pushable.RANGE;
import static org.cdfgateway.domain.table.SqlType.BIGINT;
import static org.cdfgateway.domain.table.SqlType.TIMESTAMPTZ;
import static org.cdfgateway.domain.table.SqlType.varchar;
import static org.cdfgateway.domain.table.TableDefinition.table;
import static org.cdfgateway.domain.table.WriteRule.FIXED;
import static org.cdfgateway.domain.table.WriteRule.REQUIRED;

import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;

/** {@code string_datapoints}: reference/postgres-gateway.md section 2.7. */
final class StringDatapoints {

    static final TableDefinition DEFINITION = table("string_datapoints", "Data points of text time series")
            .column("id", BIGINT, "id", FIXED, Set.of(PARENT), "Id of the time series")
            .column("external_id", varchar(255), "externalId", FIXED, Set.of(PARENT), "External id of the time series")
            .column(
                    "timestamp",
                    TIMESTAMPTZ,
                    "timestamp",
                    REQUIRED,
                    Set.of(EQUALITY, RANGE),
                    "When the value was taken, in whole milliseconds")
            .column("value", varchar(255), "value", REQUIRED, Set.of(), "The value")
            .fetchSize(10_000)
            .key("id", "timestamp")
            .key("external_id", "timestamp")
            .upsert()
            .example(
                    "SELECT timestamp, value FROM string_datapoints WHERE external_id = 'NOR-50-02-P-0001.STATE' AND timestamp >= '2026-10-01'")
            .build();

    private StringDatapoints() {}
}
