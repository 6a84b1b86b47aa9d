package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.schema.FieldRule.ADD_REMOVE;
import static org.cdfgateway.emulator.schema.FieldRule.CLEAR;
import static org.cdfgateway.emulator.schema.FieldRule.OPTIONAL;
import static org.cdfgateway.emulator.schema.FieldRule.REQUIRED;
import static org.cdfgateway.emulator.schema.FieldRule.SET;
import static org.cdfgateway.emulator.schema.FieldTypes.flag;
import static org.cdfgateway.emulator.schema.FieldTypes.id;
import static org.cdfgateway.emulator.schema.FieldTypes.metadata;
import static org.cdfgateway.emulator.schema.FieldTypes.object;
import static org.cdfgateway.emulator.schema.FieldTypes.objects;
import static org.cdfgateway.emulator.schema.FieldTypes.pattern;
import static org.cdfgateway.emulator.schema.FieldTypes.text;
import static org.cdfgateway.emulator.schema.FieldTypes.time;
import static org.cdfgateway.emulator.schema.FieldTypes.wholeNumber;
import static org.cdfgateway.emulator.schema.ObjectType.Member.optional;
import static org.cdfgateway.emulator.schema.ObjectType.Member.required;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.emulator.query.Criteria;
import org.cdfgateway.emulator.query.ListRules;
import org.cdfgateway.emulator.query.PartitionRule;
import org.cdfgateway.emulator.query.RecordCriteria;
import org.cdfgateway.emulator.query.SearchRules;
import org.cdfgateway.emulator.query.StrictFilter;
import org.cdfgateway.emulator.right.Right;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.schema.FieldList;
import org.cdfgateway.emulator.schema.Property;
import org.cdfgateway.emulator.store.ItemStore;

/** Extraction pipelines without their runs and configurations: reference/cdf-api-resources.md section 12.1. */
public final class PipelineSchema {

    private static final Right READ_DATA_SETS = new Right("datasetsAcl", "READ");

    private static final String SCHEDULE_FORM =
            "On trigger|Continuous|@(yearly|annually|monthly|weekly|daily|hourly|reboot)|@every( ?\\d+(ns|us|ms|s|m|h))+"
                    + "|\\S+( \\S+){4,6}";

    private static final FieldList FIELDS = new FieldList();

    public static final Field EXTERNAL_ID = FIELDS.field("externalId", text(1, 255), REQUIRED, SET);
    public static final Field NAME = FIELDS.field("name", text(1, 140), REQUIRED, SET);
    public static final Field DESCRIPTION = FIELDS.field("description", text(0, 500), OPTIONAL, SET, CLEAR);
    public static final Field DATA_SET_ID = FIELDS.field("dataSetId", id(), REQUIRED, SET);
    public static final Field RAW_TABLES = FIELDS.field(
            "rawTables",
            objects(required("dbName", text(1, 1000)), required("tableName", text(1, 1000))),
            OPTIONAL,
            SET,
            ADD_REMOVE);
    /** When it was last successful, 0 for never. */
    public static final Field LAST_SUCCESS = FIELDS.always("lastSuccess", time(), 0L);

    public static final Field LAST_FAILURE = FIELDS.always("lastFailure", time(), 0L);
    public static final Field LAST_MESSAGE = FIELDS.field("lastMessage", text(0, 1000));
    public static final Field LAST_SEEN = FIELDS.always("lastSeen", time(), 0L);
    public static final Field SCHEDULE = FIELDS.field(
            "schedule",
            pattern(
                    SCHEDULE_FORM,
                    "On trigger, Continuous, a cron expression of 5 to 7 fields, or a descriptor such as @hourly"),
            OPTIONAL,
            SET,
            CLEAR);
    public static final Field CONTACTS = FIELDS.field(
            "contacts",
            objects(
                    optional("name", text(0, 255)),
                    optional("email", text(1, 254)),
                    optional("role", text(0, 255)),
                    optional("sendNotification", flag())),
            OPTIONAL,
            SET,
            ADD_REMOVE);
    public static final Field METADATA =
            FIELDS.field("metadata", metadata(128, 10_240, 256, 10_240), OPTIONAL, SET, ADD_REMOVE);
    public static final Field SOURCE = FIELDS.field("source", text(0, 255), OPTIONAL, SET, CLEAR);
    public static final Field DOCUMENTATION = FIELDS.field("documentation", text(0, 10_000), OPTIONAL, SET, CLEAR);
    public static final Field NOTIFICATION_CONFIG = FIELDS.field(
            "notificationConfig",
            object(optional("allowedNotSeenRangeInMinutes", wholeNumber(0, Integer.MAX_VALUE))),
            OPTIONAL,
            SET,
            CLEAR);
    public static final Field CREATED_BY = FIELDS.field("createdBy", text(0, 255), OPTIONAL);

    private static final ReferenceErrors ERRORS = new ReferenceErrors(
            "Extraction pipelines not found",
            "Extraction pipelines not found",
            409,
            "Extraction pipelines duplicated",
            "Extraction pipelines duplicated",
            ReferenceErrors.SameObjectForm.ID,
            409,
            "The following external id(s) are already in the database: %s",
            ReferenceErrors.Checks.REPEATED_FIRST);

    private static final StrictFilter FILTER = new StrictFilter()
            .with("externalIdPrefix", Criteria.prefix(EXTERNAL_ID, 255))
            .with("name", Criteria.equalText(NAME, 1, 140))
            .with("description", Criteria.equalText(DESCRIPTION, 0, 500))
            .with("dataSetIds", Criteria.dataSets(DATA_SET_ID, 100))
            .with("schedule", RecordCriteria.textOrNone(SCHEDULE, "Null"))
            .with("contacts", RecordCriteria.allContained(CONTACTS))
            .with("rawTables", RecordCriteria.allContained(RAW_TABLES))
            .with("metadata", Criteria.metadata(METADATA))
            .with("source", Criteria.equalText(SOURCE, 0, 255))
            .with("documentation", Criteria.equalText(DOCUMENTATION, 0, 10_000))
            .with("createdBy", Criteria.equalText(CREATED_BY, 0, 255))
            .with("createdTime", Criteria.range(Property.CREATED_TIME))
            .with("lastUpdatedTime", Criteria.range(Property.LAST_UPDATED_TIME));

    static final Schema SCHEMA = new Schema(
            new Schema.Calls(
                            "/extpipes",
                            "extractionPipelinesAcl",
                            1000,
                            200,
                            EnumSet.complementOf(EnumSet.of(Schema.Verb.SEARCH, Schema.Verb.AGGREGATE)),
                            true)
                    .writtenWith(Map.of(
                            Schema.Verb.CREATE, READ_DATA_SETS,
                            Schema.Verb.UPDATE, READ_DATA_SETS,
                            Schema.Verb.DELETE, READ_DATA_SETS)),
            FIELDS.all(),
            EXTERNAL_ID,
            Set.of(),
            ERRORS,
            new ListRules(FILTER, null, null, PartitionRule.UNSUPPORTED),
            ItemStore.BY_ID,
            SearchRules.NONE,
            new QueryParameters());

    private PipelineSchema() {}

    public static List<Field> fields() {
        return FIELDS.all();
    }
}
