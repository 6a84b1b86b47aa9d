package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.schema.FieldRule.OPTIONAL;
import static org.cdfgateway.emulator.schema.FieldRule.REQUIRED;
import static org.cdfgateway.emulator.schema.FieldTypes.id;
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
import org.cdfgateway.emulator.store.ItemStore;

/** Labels, which have no numeric id: reference/cdf-api-resources.md section 6. */
public final class LabelSchema {

    private static final FieldList FIELDS = new FieldList();

    public static final Field EXTERNAL_ID = FIELDS.field("externalId", text(1, 255), REQUIRED);
    public static final Field NAME = FIELDS.field("name", text(1, 140), REQUIRED);
    public static final Field DESCRIPTION = FIELDS.field("description", text(0, 500), OPTIONAL);
    public static final Field DATA_SET_ID = FIELDS.field("dataSetId", id(), OPTIONAL);

    private static final ReferenceErrors ERRORS = new ReferenceErrors(
            "Label ids not found",
            "Label ids not found",
            409,
            "Label id duplicated",
            "Label id duplicated",
            ReferenceErrors.SameObjectForm.ID,
            409,
            "Label id duplicated",
            ReferenceErrors.Checks.REPEATED_FIRST);

    private static final StrictFilter FILTER = new StrictFilter()
            .with("name", Criteria.equalText(NAME, 1, 140))
            .with("externalIdPrefix", Criteria.prefix(EXTERNAL_ID, 255))
            .with("dataSetIds", Criteria.dataSets(DATA_SET_ID, 1000));

    static final Schema SCHEMA = new Schema(
            new Schema.Calls(
                            "/labels",
                            "labelsAcl",
                            1000,
                            201,
                            EnumSet.of(Schema.Verb.CREATE, Schema.Verb.LIST, Schema.Verb.BYIDS, Schema.Verb.DELETE),
                            true)
                    .named(Reference.Keys.EXTERNAL_ID),
            FIELDS.all(),
            EXTERNAL_ID,
            Set.of(),
            ERRORS,
            new ListRules(FILTER, null, null, PartitionRule.UNSUPPORTED),
            ItemStore.BY_ID,
            SearchRules.NONE,
            new QueryParameters());

    private LabelSchema() {}

    /** How many values an item has. */
    public static int slots() {
        return FIELDS.all().size();
    }
}
