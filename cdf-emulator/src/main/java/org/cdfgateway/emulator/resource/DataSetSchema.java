package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.schema.FieldRule.ADD_REMOVE;
import static org.cdfgateway.emulator.schema.FieldRule.OPTIONAL;
import static org.cdfgateway.emulator.schema.FieldRule.SET;
import static org.cdfgateway.emulator.schema.FieldRule.SET_NULL;
import static org.cdfgateway.emulator.schema.FieldTypes.flag;
import static org.cdfgateway.emulator.schema.FieldTypes.metadata;
import static org.cdfgateway.emulator.schema.FieldTypes.text;

import java.util.EnumSet;
import java.util.Set;
import org.cdfgateway.emulator.query.Criteria;
import org.cdfgateway.emulator.query.ListRules;
import org.cdfgateway.emulator.query.PartitionRule;
import org.cdfgateway.emulator.query.SearchRules;
import org.cdfgateway.emulator.query.StrictFilter;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.schema.FieldList;
import org.cdfgateway.emulator.schema.Property;
import org.cdfgateway.emulator.store.ItemStore;
import org.cdfgateway.emulator.store.Metadata;

/** Data sets, which cannot be deleted: reference/cdf-api-resources.md section 11. */
public final class DataSetSchema {

    private static final FieldList FIELDS = new FieldList();

    public static final Field EXTERNAL_ID = FIELDS.field("externalId", text(0, 255), OPTIONAL, SET, SET_NULL);
    public static final Field NAME = FIELDS.field("name", text(1, 50), OPTIONAL, SET, SET_NULL);
    public static final Field DESCRIPTION = FIELDS.field("description", text(1, 500), OPTIONAL, SET, SET_NULL);
    public static final Field METADATA =
            FIELDS.always("metadata", metadata(128, 10_240, 256, 10_240), Metadata.EMPTY, OPTIONAL, SET, ADD_REMOVE);
    public static final Field WRITE_PROTECTED = FIELDS.always("writeProtected", flag(), false, OPTIONAL, SET);

    private static final ReferenceErrors ERRORS = new ReferenceErrors(
            "Data set ids not found",
            "Data set ids not found",
            409,
            "Data set id duplicated",
            "Data set id duplicated",
            ReferenceErrors.SameObjectForm.ID,
            409,
            "Data set id duplicated",
            ReferenceErrors.Checks.REPEATED_FIRST);

    private static final StrictFilter FILTER = new StrictFilter()
            .with("metadata", Criteria.metadata(METADATA))
            .with("createdTime", Criteria.range(Property.CREATED_TIME))
            .with("lastUpdatedTime", Criteria.range(Property.LAST_UPDATED_TIME))
            .with("externalIdPrefix", Criteria.prefix(EXTERNAL_ID, 255))
            .with("writeProtected", Criteria.flag(WRITE_PROTECTED));

    static final Schema SCHEMA = new Schema(
            new Schema.Calls(
                    "/datasets",
                    "datasetsAcl",
                    10,
                    200,
                    EnumSet.of(
                            Schema.Verb.CREATE,
                            Schema.Verb.LIST,
                            Schema.Verb.BYIDS,
                            Schema.Verb.UPDATE,
                            Schema.Verb.AGGREGATE),
                    true),
            FIELDS.all(),
            EXTERNAL_ID,
            Set.of(),
            ERRORS,
            new ListRules(FILTER, null, null, PartitionRule.UNSUPPORTED),
            ItemStore.BY_ID,
            SearchRules.NONE,
            new QueryParameters());

    private DataSetSchema() {}

    /** How many values an item has. */
    public static int slots() {
        return FIELDS.all().size();
    }
}
