package org.cdfgateway.domain.table.builtin;

import static org.cdfgateway.domain.table.Pushable.EQUALITY;
import static org.cdfgateway.domain.table.Pushable.PARENT;
import static org.cdfgateway.domain.table.Pushable.RANGE;
import static org.cdfgateway.domain.table.RowChange.DELETE;
import static org.cdfgateway.domain.table.RowChange.UPDATE;
import static org.cdfgateway.domain.table.SqlType.BIGINT;
import static org.cdfgateway.domain.table.SqlType.TEXT;
import static org.cdfgateway.domain.table.SqlType.TIMESTAMPTZ;
import static org.cdfgateway.domain.table.SqlType.varchar;
import static org.cdfgateway.domain.table.TableDefinition.table;
import static org.cdfgateway.domain.table.WriteRule.FIXED;
import static org.cdfgateway.domain.table.WriteRule.FIXED_REQUIRED;
import static org.cdfgateway.domain.table.WriteRule.READ_ONLY;

import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;

/** {@code extraction_pipeline_runs}: reference/postgres-gateway.md section 2.13. */
final class ExtractionPipelineRuns {

    static final TableDefinition DEFINITION = table(
                    "extraction_pipeline_runs",
                    "Runs of all extraction pipelines of the CDF project, as they were reported")
            .column("id", BIGINT, "id", READ_ONLY, Set.of(), "Id given by CDF")
            .column(
                    "external_id",
                    varchar(255),
                    "externalId",
                    FIXED_REQUIRED,
                    Set.of(PARENT),
                    "External id of the extraction pipeline")
            .column("status", TEXT, "status", FIXED_REQUIRED, Set.of(EQUALITY), "Outcome: success, failure or seen")
            .column("message", varchar(1000), "message", FIXED, Set.of(), "What the run has to say")
            .column(
                    "created_time",
                    TIMESTAMPTZ,
                    "createdTime",
                    FIXED,
                    Set.of(EQUALITY, RANGE),
                    "When it was reported; now when left out")
            .key("id")
            .refuse(UPDATE, "CDF has no call that changes a run", "INSERT another run.")
            .refuse(DELETE, "CDF has no call that deletes a run", "DELETE the extraction pipeline to delete its runs.")
            .example(
                    "SELECT created_time, message FROM extraction_pipeline_runs WHERE external_id = 'extract-sap-materials' AND status = 'failure' ORDER BY created_time DESC")
            .build();

    private ExtractionPipelineRuns() {}
}
