package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.schema.FieldRule.ADD_REMOVE;
import static org.cdfgateway.emulator.schema.FieldRule.OPTIONAL;
import static org.cdfgateway.emulator.schema.FieldRule.REQUIRED;
import static org.cdfgateway.emulator.schema.FieldRule.SET;
import static org.cdfgateway.emulator.schema.FieldRule.SET_NULL;
import static org.cdfgateway.emulator.schema.FieldTypes.decimal;
import static org.cdfgateway.emulator.schema.FieldTypes.id;
import static org.cdfgateway.emulator.schema.FieldTypes.labels;
import static org.cdfgateway.emulator.schema.FieldTypes.text;
import static org.cdfgateway.emulator.schema.FieldTypes.time;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.emulator.query.Criteria;
import org.cdfgateway.emulator.query.EndCriteria;
import org.cdfgateway.emulator.query.ListRules;
import org.cdfgateway.emulator.query.PartitionRule;
import org.cdfgateway.emulator.query.SearchRules;
import org.cdfgateway.emulator.query.StrictFilter;
import org.cdfgateway.emulator.right.Right;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.schema.FieldList;
import org.cdfgateway.emulator.schema.Property;
import org.cdfgateway.emulator.schema.WordType;
import org.cdfgateway.emulator.store.ItemStore;

/** Relationships, which have no numeric id and whose ends need not exist: reference/cdf-api-resources.md section 10. */
public final class RelationshipSchema {

    /** What can be at an end. */
    static final WordType END_TYPE = new WordType(List.of("asset", "timeSeries", "file", "event", "sequence"));

    private static final FieldList FIELDS = new FieldList();

    public static final Field EXTERNAL_ID = FIELDS.field("externalId", text(1, 255), REQUIRED);
    public static final Field SOURCE_EXTERNAL_ID = FIELDS.field("sourceExternalId", text(1, 255), REQUIRED, SET);
    public static final Field SOURCE_TYPE = FIELDS.field("sourceType", END_TYPE, REQUIRED, SET);
    public static final Field TARGET_EXTERNAL_ID = FIELDS.field("targetExternalId", text(1, 255), REQUIRED, SET);
    public static final Field TARGET_TYPE = FIELDS.field("targetType", END_TYPE, REQUIRED, SET);
    public static final Field START_TIME = FIELDS.field("startTime", time(), OPTIONAL, SET, SET_NULL);
    public static final Field END_TIME = FIELDS.field("endTime", time(), OPTIONAL, SET, SET_NULL);
    public static final Field CONFIDENCE = FIELDS.field("confidence", decimal(0, 1), OPTIONAL, SET, SET_NULL);
    public static final Field DATA_SET_ID = FIELDS.field("dataSetId", id(), OPTIONAL, SET, SET_NULL);
    public static final Field LABELS = FIELDS.field("labels", labels(10), OPTIONAL, SET, ADD_REMOVE);

    private static final ReferenceErrors ERRORS = new ReferenceErrors(
            "Relationships not found",
            "Relationships not found",
            400,
            "Request had 1 item(s) with one or more constraint violations: [items is not a distinct set; duplicates:"
                    + " [%s]]",
            "Relationship duplicated",
            ReferenceErrors.SameObjectForm.ID,
            409,
            "Relationships already exist",
            ReferenceErrors.Checks.REPEATED_FIRST);

    private static final StrictFilter FILTER = new StrictFilter()
            .with("sourceExternalIds", EndCriteria.oneOfTexts(SOURCE_EXTERNAL_ID, 1000))
            .with("sourceTypes", EndCriteria.oneOfWords(SOURCE_TYPE, END_TYPE, 1000))
            .with("targetExternalIds", EndCriteria.oneOfTexts(TARGET_EXTERNAL_ID, 1000))
            .with("targetTypes", EndCriteria.oneOfWords(TARGET_TYPE, END_TYPE, 1000))
            .with(
                    "sourcesOrTargets",
                    EndCriteria.eitherEnd(
                            END_TYPE,
                            new EndCriteria.End(SOURCE_TYPE, SOURCE_EXTERNAL_ID),
                            new EndCriteria.End(TARGET_TYPE, TARGET_EXTERNAL_ID)))
            .with("dataSetIds", Criteria.dataSets(DATA_SET_ID, 1000))
            .with("labels", Criteria.labels(LABELS, 10))
            .with("startTime", Criteria.range(START_TIME.property()))
            .with("endTime", Criteria.range(END_TIME.property()))
            .with("createdTime", Criteria.range(Property.CREATED_TIME))
            .with("lastUpdatedTime", Criteria.range(Property.LAST_UPDATED_TIME))
            .with("confidence", EndCriteria.decimalRange(CONFIDENCE))
            .with("activeAtTime", EndCriteria.activeOrOpen(START_TIME, END_TIME));

    static final Schema SCHEMA = new Schema(
            new Schema.Calls(
                            "/relationships",
                            "relationshipsAcl",
                            1000,
                            201,
                            EnumSet.of(
                                    Schema.Verb.GET_LIST,
                                    Schema.Verb.CREATE,
                                    Schema.Verb.LIST,
                                    Schema.Verb.BYIDS,
                                    Schema.Verb.UPDATE,
                                    Schema.Verb.DELETE),
                            true)
                    .named(Reference.Keys.EXTERNAL_ID)
                    .deletedWith(202)
                    .writtenWith(Map.of(Schema.Verb.UPDATE, new Right("relationshipsAcl", "READ"))),
            FIELDS.all(),
            EXTERNAL_ID,
            Set.of(),
            ERRORS,
            new ListRules(FILTER, null, null, PartitionRule.LENIENT),
            ItemStore.BY_ID,
            SearchRules.NONE,
            new QueryParameters());

    private RelationshipSchema() {}

    public static List<Field> fields() {
        return FIELDS.all();
    }
}
