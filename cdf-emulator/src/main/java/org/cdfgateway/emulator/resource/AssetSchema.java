package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.schema.FieldRule.ADD_REMOVE;
import static org.cdfgateway.emulator.schema.FieldRule.OPTIONAL;
import static org.cdfgateway.emulator.schema.FieldRule.REQUIRED;
import static org.cdfgateway.emulator.schema.FieldRule.SET;
import static org.cdfgateway.emulator.schema.FieldRule.SET_NULL;
import static org.cdfgateway.emulator.schema.FieldTypes.geoLocation;
import static org.cdfgateway.emulator.schema.FieldTypes.id;
import static org.cdfgateway.emulator.schema.FieldTypes.labels;
import static org.cdfgateway.emulator.schema.FieldTypes.metadata;
import static org.cdfgateway.emulator.schema.FieldTypes.text;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.emulator.query.AggregateRules;
import org.cdfgateway.emulator.query.Criteria;
import org.cdfgateway.emulator.query.FilterLeaves;
import org.cdfgateway.emulator.query.GeoCriteria;
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

/** Assets: reference/cdf-api-resources.md section 3. */
public final class AssetSchema {

    private static final FieldList FIELDS = new FieldList();

    public static final Field EXTERNAL_ID = FIELDS.field("externalId", text(0, 255), OPTIONAL, SET, SET_NULL);
    public static final Field NAME = FIELDS.field("name", text(1, 140), REQUIRED, SET);
    public static final Field DESCRIPTION = FIELDS.field("description", text(0, 500), OPTIONAL, SET, SET_NULL);
    public static final Field PARENT_ID = FIELDS.field("parentId", id(), OPTIONAL, SET);
    public static final Field PARENT_EXTERNAL_ID = FIELDS.field("parentExternalId", text(0, 255), OPTIONAL, SET);
    public static final Field ROOT_ID = FIELDS.field("rootId", id());
    public static final Field DATA_SET_ID = FIELDS.field("dataSetId", id(), OPTIONAL, SET, SET_NULL);
    public static final Field METADATA =
            FIELDS.always("metadata", metadata(128, 10_240, 256, 10_240), Metadata.EMPTY, OPTIONAL, SET, ADD_REMOVE);
    public static final Field SOURCE = FIELDS.field("source", text(0, 128), OPTIONAL, SET, SET_NULL);
    public static final Field LABELS = FIELDS.field("labels", labels(10), OPTIONAL, SET, ADD_REMOVE);
    public static final Field GEO_LOCATION = FIELDS.field("geoLocation", geoLocation(), OPTIONAL, SET, SET_NULL);

    private static final ReferenceErrors ERRORS = new ReferenceErrors(
            "Asset id not found",
            "External id not found",
            409,
            "Asset id duplicated",
            "Asset id duplicated",
            ReferenceErrors.SameObjectForm.ID,
            409,
            "Asset id duplicated",
            ReferenceErrors.Checks.AS_ASSETS);

    private static final StrictFilter FILTER = new StrictFilter()
            .with("name", Criteria.equalText(NAME, 1, 140))
            .with("parentIds", Criteria.oneOf(PARENT_ID, 100))
            .with("parentExternalIds", Criteria.oneOfAssets(PARENT_ID, 100))
            .with("rootIds", Criteria.roots(ROOT_ID, 100))
            .with("assetSubtreeIds", Criteria.inSubtree(Property.ID))
            .with("dataSetIds", Criteria.dataSets(DATA_SET_ID, 1000))
            .with("metadata", Criteria.metadata(METADATA))
            .with("source", Criteria.equalText(SOURCE, 0, 128))
            .with("labels", Criteria.labels(LABELS, 10))
            .with("geoLocation", GeoCriteria.location(GEO_LOCATION))
            .with("root", Criteria.absent(PARENT_ID))
            .with("externalIdPrefix", Criteria.prefix(EXTERNAL_ID, 255))
            .with("createdTime", Criteria.range(Property.CREATED_TIME))
            .with("lastUpdatedTime", Criteria.range(Property.LAST_UPDATED_TIME));

    private static final Properties FILTERABLE = Properties.of(
            128,
            DESCRIPTION.property(),
            EXTERNAL_ID.property(),
            NAME.property(),
            SOURCE.property(),
            METADATA.property(),
            Property.CREATED_TIME,
            DATA_SET_ID.property(),
            Property.ID,
            Property.LAST_UPDATED_TIME,
            PARENT_ID.property(),
            ROOT_ID.property(),
            LABELS.property());

    private static final Properties SORTABLE = Properties.of(
                    128,
                    Property.CREATED_TIME,
                    DATA_SET_ID.property(),
                    DESCRIPTION.property(),
                    EXTERNAL_ID.property(),
                    Property.LAST_UPDATED_TIME,
                    METADATA.property(),
                    NAME.property(),
                    SOURCE.property(),
                    Properties.SCORE)
            .keysOfMetadataOnly();

    private static final Map<String, Integer> MAX_TEXTS =
            Map.of("externalId", 255, "name", 255, "description", 255, "labels", 255, "source", 128);

    private static final AggregateRules AGGREGATES = new AggregateRules(
            Properties.of(
                    128,
                    DATA_SET_ID.property(),
                    DESCRIPTION.property(),
                    LABELS.property(),
                    NAME.property(),
                    PARENT_ID.property(),
                    ROOT_ID.property(),
                    SOURCE.property(),
                    METADATA.property()),
            AggregateRules.Style.FOLDED,
            99,
            Set.of("metadataKeys", "metadataValues"));

    static final Schema SCHEMA = new Schema(
            new Schema.Calls("/assets", "assetsAcl", 1000, 201, EnumSet.allOf(Schema.Verb.class), true),
            FIELDS.all(),
            EXTERNAL_ID,
            Set.of(),
            ERRORS,
            new ListRules(
                            FILTER,
                            FilterLeaves.of(
                                            FILTERABLE,
                                            256,
                                            Properties.of(128, NAME.property(), DESCRIPTION.property()))
                                    .withMaxTexts(MAX_TEXTS),
                            SORTABLE,
                            PartitionRule.STRICT)
                    .aggregatedBy(AGGREGATES),
            ItemStore.BY_ID,
            new SearchRules().with(NAME, 140).with(DESCRIPTION, 500).query(140, SearchRules.Words.ALL),
            new QueryParameters()
                    .text("name", "source", "externalIdPrefix")
                    .flag("root")
                    .array("parentIds", "parentExternalIds")
                    .references("rootIds", "rootIds", "rootExternalIds")
                    .references("assetSubtreeIds", "assetSubtreeIds", "assetSubtreeExternalIds")
                    .range("createdTime", "lastUpdatedTime"));

    private AssetSchema() {}

    /** How many values an item has. */
    public static int slots() {
        return FIELDS.all().size();
    }
}
