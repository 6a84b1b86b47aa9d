package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.schema.FieldRule.ADD_REMOVE;
import static org.cdfgateway.emulator.schema.FieldRule.OF_NODES;
import static org.cdfgateway.emulator.schema.FieldRule.OPTIONAL;
import static org.cdfgateway.emulator.schema.FieldRule.SET;
import static org.cdfgateway.emulator.schema.FieldRule.SET_NULL;
import static org.cdfgateway.emulator.schema.FieldTypes.flag;
import static org.cdfgateway.emulator.schema.FieldTypes.id;
import static org.cdfgateway.emulator.schema.FieldTypes.ids;
import static org.cdfgateway.emulator.schema.FieldTypes.instance;
import static org.cdfgateway.emulator.schema.FieldTypes.metadata;
import static org.cdfgateway.emulator.schema.FieldTypes.text;

import java.util.EnumSet;
import java.util.Set;
import org.cdfgateway.emulator.query.AggregateRules;
import org.cdfgateway.emulator.query.Criteria;
import org.cdfgateway.emulator.query.FilterLeaves;
import org.cdfgateway.emulator.query.ListRules;
import org.cdfgateway.emulator.query.PartitionRule;
import org.cdfgateway.emulator.query.Properties;
import org.cdfgateway.emulator.query.SearchRules;
import org.cdfgateway.emulator.query.StrictFilter;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.schema.FieldList;
import org.cdfgateway.emulator.schema.Property;
import org.cdfgateway.emulator.store.ItemStore;
import org.cdfgateway.emulator.store.Metadata;

/** Time series without their points: reference/cdf-api-resources.md section 9. */
public final class TimeSeriesSchema {

    private static final FieldList FIELDS = new FieldList();

    public static final Field EXTERNAL_ID = FIELDS.field("externalId", text(0, 255), OPTIONAL, SET, SET_NULL, OF_NODES);
    /** Of series that live in data modeling. */
    public static final Field INSTANCE_ID = FIELDS.field("instanceId", instance());

    public static final Field NAME = FIELDS.field("name", text(0, 255), OPTIONAL, SET, SET_NULL);
    public static final Field IS_STRING = FIELDS.always("isString", flag(), false, OPTIONAL);
    /** Repeats {@code isString}. */
    public static final Field TYPE = FIELDS.always("type", text(0, 16), "numeric");

    public static final Field METADATA = FIELDS.always(
            "metadata", metadata(128, 10_000, 256, 10_000), Metadata.EMPTY, OPTIONAL, SET, ADD_REMOVE, OF_NODES);
    public static final Field UNIT = FIELDS.field("unit", text(0, 32), OPTIONAL, SET, SET_NULL);
    public static final Field UNIT_EXTERNAL_ID = FIELDS.field("unitExternalId", text(0, 64), OPTIONAL, SET, SET_NULL);
    public static final Field ASSET_ID = FIELDS.field("assetId", id(), OPTIONAL, SET, SET_NULL, OF_NODES);
    public static final Field IS_STEP = FIELDS.always("isStep", flag(), false, OPTIONAL, SET);
    public static final Field DESCRIPTION = FIELDS.field("description", text(0, 1000), OPTIONAL, SET, SET_NULL);
    public static final Field SECURITY_CATEGORIES =
            FIELDS.always("securityCategories", ids(100), new long[0], OPTIONAL, SET, ADD_REMOVE);
    /** Undocumented, always there. */
    public static final Field ACCESS_CATEGORIES = FIELDS.always("accessCategories", ids(0), new long[0]);

    public static final Field DATA_SET_ID = FIELDS.field("dataSetId", id(), OPTIONAL, SET, SET_NULL, OF_NODES);

    /** Of the asset; filters and groups know it. */
    public static final Field ASSET_ROOT_ID = FIELDS.hidden("assetRootId", id());

    /** Of the unit, from the catalog. */
    public static final Field UNIT_QUANTITY = FIELDS.hidden("unitQuantity", text(0, 255));

    private static final ReferenceErrors ERRORS = new ReferenceErrors(
            "Time series not found",
            "Time series not found",
            422,
            "Duplicate time series references",
            "Conflicting time series references",
            ReferenceErrors.SameObjectForm.ID_AND_EXTERNAL_ID,
            422,
            "Time series already exists",
            ReferenceErrors.Checks.REPEATED_FIRST);

    private static final StrictFilter FILTER = new StrictFilter()
            .with("name", Criteria.equalText(NAME, 0, 255))
            .with("unit", Criteria.equalText(UNIT, 0, 32))
            .with("unitExternalId", Criteria.equalText(UNIT_EXTERNAL_ID, 0, 64))
            .with("unitQuantity", Criteria.equalText(UNIT_QUANTITY, 0, 255))
            .with("isString", Criteria.flag(IS_STRING))
            .with("isStep", Criteria.flag(IS_STEP))
            .with("metadata", Criteria.metadata(METADATA))
            .with("assetIds", Criteria.distinct(Criteria.oneOf(ASSET_ID, 100)))
            .with("assetExternalIds", Criteria.distinct(Criteria.oneOfAssets(ASSET_ID, 100)))
            .with("rootAssetIds", Criteria.distinct(Criteria.oneOf(ASSET_ROOT_ID, 100)))
            .with("assetSubtreeIds", Criteria.distinct(Criteria.inSubtree(ASSET_ID.property())))
            .with("dataSetIds", Criteria.distinct(Criteria.dataSets(DATA_SET_ID, 100)))
            .with("externalIdPrefix", Criteria.prefix(EXTERNAL_ID, 255))
            .with("createdTime", Criteria.range(Property.CREATED_TIME))
            .with("lastUpdatedTime", Criteria.range(Property.LAST_UPDATED_TIME));

    private static final Properties FILTERABLE = Properties.of(
            256,
            DESCRIPTION.property(),
            EXTERNAL_ID.property(),
            NAME.property(),
            UNIT.property(),
            UNIT_EXTERNAL_ID.property(),
            UNIT_QUANTITY.property(),
            TYPE.property(),
            METADATA.property(),
            ASSET_ROOT_ID.property(),
            ASSET_ID.property(),
            Property.CREATED_TIME,
            DATA_SET_ID.property(),
            Property.ID,
            Property.LAST_UPDATED_TIME,
            IS_STEP.property(),
            IS_STRING.property(),
            SECURITY_CATEGORIES.property(),
            INSTANCE_ID.instancePart(true),
            INSTANCE_ID.instancePart(false));

    private static final Properties SORTABLE = Properties.of(
                    256,
                    ASSET_ID.property(),
                    Property.CREATED_TIME,
                    DATA_SET_ID.property(),
                    DESCRIPTION.property(),
                    EXTERNAL_ID.property(),
                    Property.LAST_UPDATED_TIME,
                    METADATA.property(),
                    NAME.property(),
                    INSTANCE_ID.instancePart(true),
                    INSTANCE_ID.instancePart(false),
                    Properties.SCORE)
            .keysOfMetadataOnly();

    private static final AggregateRules AGGREGATES = new AggregateRules(
            Properties.of(
                            256,
                            ASSET_ROOT_ID.property(),
                            ASSET_ID.property(),
                            Property.CREATED_TIME,
                            Property.ID,
                            Property.LAST_UPDATED_TIME,
                            DATA_SET_ID.property(),
                            DESCRIPTION.property(),
                            EXTERNAL_ID.property(),
                            IS_STEP.property(),
                            IS_STRING.property(),
                            NAME.property(),
                            SECURITY_CATEGORIES.property(),
                            UNIT.property(),
                            METADATA.property())
                    .keysOfMetadataOnly(),
            AggregateRules.Style.AS_TEXT,
            19,
            Set.of());

    static final Schema SCHEMA = new Schema(
            new Schema.Calls(
                            "/timeseries",
                            "timeSeriesAcl",
                            1000,
                            201,
                            EnumSet.complementOf(EnumSet.of(Schema.Verb.GET_BY_ID)),
                            false)
                    .named(Reference.Keys.ANY),
            FIELDS.all(),
            EXTERNAL_ID,
            Set.of("legacyName"),
            ERRORS,
            new ListRules(
                            FILTER,
                            FilterLeaves.of(
                                    FILTERABLE,
                                    256,
                                    Properties.of(
                                            256,
                                            NAME.property(),
                                            DESCRIPTION.property(),
                                            Properties.joined("query", NAME.property(), DESCRIPTION.property()))),
                            SORTABLE,
                            PartitionRule.LENIENT)
                    .aggregatedBy(AGGREGATES),
            ItemStore.BY_ID,
            new SearchRules().with(NAME, 255).with(DESCRIPTION, 1000).query(255, SearchRules.Words.ANY),
            new QueryParameters().text("externalIdPrefix").array("assetIds", "rootAssetIds"));

    private TimeSeriesSchema() {}

    /** How many values an item has. */
    public static int slots() {
        return FIELDS.all().size();
    }
}
