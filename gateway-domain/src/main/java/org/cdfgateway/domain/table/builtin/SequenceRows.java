package org.cdfgateway.domain.table.builtin;

import static org.cdfgateway.domain.table.Pushable.EQUALITY;
import static org.cdfgateway.domain.table.Pushable.PARENT;
import static org.cdfgateway.domain.table.Pushable.RANGE;
import static org.cdfgateway.domain.table.SqlType.BIGINT;
import static org.cdfgateway.domain.table.SqlType.JSON;
import static org.cdfgateway.domain.table.SqlType.varchar;
import static org.cdfgateway.domain.table.TableDefinition.table;
import static org.cdfgateway.domain.table.WriteRule.FIXED;
import static org.cdfgateway.domain.table.WriteRule.FIXED_REQUIRED;
import static org.cdfgateway.domain.table.WriteRule.REQUIRED;

import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;

/** {@code sequence_rows}: reference/postgres-gateway.md section 2.9. */
final class SequenceRows {

    static final TableDefinition DEFINITION = table("sequence_rows", "Rows of all sequences of the CDF project")
            .column("id", BIGINT, "id", FIXED, Set.of(PARENT), "Id of the sequence")
            .column("external_id", varchar(255), "externalId", FIXED, Set.of(PARENT), "External id of the sequence")
            .column(
                    "row_number",
                    BIGINT,
                    "rowNumber",
                    FIXED_REQUIRED,
                    Set.of(EQUALITY, RANGE),
                    "Number of the row in its sequence, 0 or more")
            .column(
                    "columns",
                    JSON,
                    "columns",
                    FIXED,
                    Set.of(),
                    "External ids of the columns that have a value, an array of texts")
            .column(
                    "values",
                    JSON,
                    "values",
                    REQUIRED,
                    Set.of(),
                    "Values by column, an object; an array together with columns may be written")
            .key("id", "row_number")
            .key("external_id", "row_number")
            .upsert()
            .fetchSize(1_000)
            .example(
                    "SELECT row_number, \"values\" ->> 'head' AS head FROM sequence_rows WHERE external_id = 'EID-50-01-P-0002.CURVE' AND row_number < 10")
            .build();

    private SequenceRows() {}
}
