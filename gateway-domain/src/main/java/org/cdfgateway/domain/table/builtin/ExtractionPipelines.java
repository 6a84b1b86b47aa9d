package org.cdfgateway.domain.table.builtin;

import static org.cdfgateway.domain.table.Pushable.EQUALITY;
import static org.cdfgateway.domain.table.Pushable.LOOKUP;
import static org.cdfgateway.domain.table.Pushable.RANGE;
import static org.cdfgateway.domain.table.SqlType.BIGINT;
import static org.cdfgateway.domain.table.SqlType.JSON;
import static org.cdfgateway.domain.table.SqlType.TEXT;
import static org.cdfgateway.domain.table.SqlType.TIMESTAMPTZ;
import static org.cdfgateway.domain.table.SqlType.varchar;
import static org.cdfgateway.domain.table.TableDefinition.table;
import static org.cdfgateway.domain.table.WriteRule.FIXED;
import static org.cdfgateway.domain.table.WriteRule.READ_ONLY;
import static org.cdfgateway.domain.table.WriteRule.REQUIRED;
import static org.cdfgateway.domain.table.WriteRule.WRITABLE;

import java.util.Set;
import org.cdfgateway.domain.table.TableDefinition;

/** {@code extraction_pipelines}: reference/postgres-gateway.md section 2.12. */
final class ExtractionPipelines {

    static final TableDefinition DEFINITION = table("extraction_pipelines", "Extraction pipelines of the CDF project")
            .column("id", BIGINT, "id", READ_ONLY, Set.of(LOOKUP), "Id given by CDF")
            .column(
                    "external_id",
                    varchar(255),
                    "externalId",
                    REQUIRED,
                    Set.of(LOOKUP),
                    "Id given by the source, unique among extraction pipelines")
            .column("name", varchar(140), "name", REQUIRED, Set.of(EQUALITY), "Name")
            .column("description", varchar(500), "description", WRITABLE, Set.of(), "Description")
            .column("data_set_id", BIGINT, "dataSetId", REQUIRED, Set.of(EQUALITY), "Id of the data set it belongs to")
            .column(
                    "raw_tables",
                    JSON,
                    "rawTables",
                    WRITABLE,
                    Set.of(),
                    "RAW tables it writes, an array of objects with dbName and tableName")
            .column("last_success", TIMESTAMPTZ, "lastSuccess", READ_ONLY, Set.of(), "When a run last succeeded")
            .column("last_failure", TIMESTAMPTZ, "lastFailure", READ_ONLY, Set.of(), "When a run last failed")
            .column("last_message", varchar(1000), "lastMessage", READ_ONLY, Set.of(), "Message of the last failure")
            .column("last_seen", TIMESTAMPTZ, "lastSeen", READ_ONLY, Set.of(), "When it last reported")
            .column(
                    "schedule",
                    TEXT,
                    "schedule",
                    WRITABLE,
                    Set.of(),
                    "When it runs: On trigger, Continuous or a cron expression")
            .column(
                    "contacts",
                    JSON,
                    "contacts",
                    WRITABLE,
                    Set.of(),
                    "Whom to tell, an array of objects with name, email, role and sendNotification")
            .column("metadata", JSON, "metadata", WRITABLE, Set.of(), "Custom fields, an object of texts")
            .column("source", varchar(255), "source", WRITABLE, Set.of(EQUALITY), "Where the data come from")
            .column("documentation", varchar(10000), "documentation", WRITABLE, Set.of(), "Documentation in Markdown")
            .column("created_by", varchar(255), "createdBy", FIXED, Set.of(), "Who created it")
            .column(
                    "notification_config",
                    JSON,
                    "notificationConfig",
                    WRITABLE,
                    Set.of(),
                    "When silence is reported, an object with allowedNotSeenRangeInMinutes")
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
            .example(
                    "SELECT external_id, last_success, last_failure, last_message FROM extraction_pipelines WHERE source = 'SAP'")
            .build();

    private ExtractionPipelines() {}
}
