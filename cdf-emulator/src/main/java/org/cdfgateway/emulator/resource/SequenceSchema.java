package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.schema.FieldRule.ADD_REMOVE;
import static org.cdfgateway.emulator.schema.FieldRule.MODIFY;
import static org.cdfgateway.emulator.schema.FieldRule.OPTIONAL;
import static org.cdfgateway.emulator.schema.FieldRule.REQUIRED;
import static org.cdfgateway.emulator.schema.FieldRule.SET;
import static org.cdfgateway.emulator.schema.FieldRule.SET_NULL;
import static org.cdfgateway.emulator.schema.FieldTypes.columns;
import static org.cdfgateway.emulator.schema.FieldTypes.id;
import static org.cdfgateway.emulator.schema.FieldTypes.metadata;
import static org.cdfgateway.emulator.schema.FieldTypes.text;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.emulator.query.AggregateRules;
import org.cdfgateway.emulator.query.Criteria;
import org.cdfgateway.emulator.query.FilterLeaves;
import org.cdfgateway.emulator.query.ListRules;
import org.cdfgateway.emulator.query.PartitionRule;
import org.cdfgateway.emulator.query.Properties;
import org.cdfgateway.emulator.query.SearchRules;
import org.cdfgateway.emulator.query.StrictFilter;
import org.cdfgateway.emulator.schema.Columns;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.schema.FieldList;
import org.cdfgateway.emulator.schema.FieldType;
import org.cdfgateway.emulator.schema.Property;
import org.cdfgateway.emulator.store.Item;
import org.cdfgateway.emulator.store.ItemStore;

/** Sequences without their rows: reference/cdf-api-resources.md section 7. */
public final class SequenceSchema {

    private static final int DEFAULT_GET_LIMIT = 25;
    private static final FieldType METADATA_TYPE = metadata(128, 10_000, 256, 10_000);

    private static final FieldList FIELDS = new FieldList();

    public static final Field EXTERNAL_ID = FIELDS.field("externalId", text(0, 255), OPTIONAL, SET, SET_NULL);
    public static final Field NAME = FIELDS.field("name", text(0, 255), OPTIONAL, SET, SET_NULL);
    public static final Field DESCRIPTION = FIELDS.field("description", text(0, 1000), OPTIONAL, SET, SET_NULL);
    public static final Field ASSET_ID = FIELDS.field("assetId", id(), OPTIONAL, SET, SET_NULL);
    public static final Field DATA_SET_ID = FIELDS.field("dataSetId", id(), OPTIONAL, SET, SET_NULL);
    public static final Field METADATA = FIELDS.field("metadata", METADATA_TYPE, OPTIONAL, SET, ADD_REMOVE);
    public static final Field COLUMNS = FIELDS.field("columns", columns(METADATA_TYPE), REQUIRED, ADD_REMOVE, MODIFY);

    /** Of the asset; filters and groups know it. */
    public static final Field ASSET_ROOT_ID = FIELDS.hidden("assetRootId", id());

    private static final ReferenceErrors ERRORS = new ReferenceErrors(
            "Sequences not found",
            "Sequences not found",
            409,
            "Duplicate sequence references",
            "Duplicate sequence references",
            ReferenceErrors.SameObjectForm.ID,
            409,
            "Sequences already exist",
            ReferenceErrors.Checks.REPEATED_FIRST);

    private static final StrictFilter FILTER = new StrictFilter()
            .with("name", Criteria.equalText(NAME, 0, 255))
            .with("externalIdPrefix", Criteria.prefix(EXTERNAL_ID, 255))
            .with("metadata", Criteria.metadata(METADATA))
            .with("assetIds", Criteria.oneOf(ASSET_ID, 100))
            .with("rootAssetIds", Criteria.oneOf(ASSET_ROOT_ID, 100))
            .with("assetSubtreeIds", Criteria.inSubtree(ASSET_ID.property()))
            .with("dataSetIds", Criteria.dataSets(DATA_SET_ID, 100))
            .with("createdTime", Criteria.range(Property.CREATED_TIME))
            .with("lastUpdatedTime", Criteria.range(Property.LAST_UPDATED_TIME));

    private static final Properties FILTERABLE = Properties.of(
            256,
            DESCRIPTION.property(),
            EXTERNAL_ID.property(),
            NAME.property(),
            METADATA.property(),
            ASSET_ROOT_ID.property(),
            ASSET_ID.property(),
            Property.CREATED_TIME,
            DATA_SET_ID.property(),
            Property.ID,
            Property.LAST_UPDATED_TIME);

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
                            NAME.property(),
                            METADATA.property())
                    .keysOfMetadataOnly(),
            AggregateRules.Style.AS_TEXT,
            19,
            Set.of());

    static final Schema SCHEMA = new Schema(
            new Schema.Calls(
                    "/sequences",
                    "sequencesAcl",
                    1000,
                    201,
                    EnumSet.complementOf(EnumSet.of(Schema.Verb.GET_BY_ID)),
                    true),
            FIELDS.all(),
            EXTERNAL_ID,
            Set.of(),
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
            new QueryParameters()
                    .defaultLimit(DEFAULT_GET_LIMIT)
                    .text("name", "externalIdPrefix")
                    .array("assetIds", "rootAssetIds")
                    .range("createdTime", "lastUpdatedTime"));

    private SequenceSchema() {}

    public static List<Field> fields() {
        return FIELDS.all();
    }

    public static Columns columnsOf(Item sequence) {
        return sequence.value(COLUMNS.slot()) instanceof Columns columns ? columns : Columns.NONE;
    }
}
