package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.schema.FieldRule.ADD_REMOVE;
import static org.cdfgateway.emulator.schema.FieldRule.OPTIONAL;
import static org.cdfgateway.emulator.schema.FieldRule.SET;
import static org.cdfgateway.emulator.schema.FieldRule.SET_NULL;
import static org.cdfgateway.emulator.schema.FieldTypes.id;
import static org.cdfgateway.emulator.schema.FieldTypes.ids;
import static org.cdfgateway.emulator.schema.FieldTypes.metadata;
import static org.cdfgateway.emulator.schema.FieldTypes.text;
import static org.cdfgateway.emulator.schema.FieldTypes.time;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cdfgateway.emulator.query.AggregateRules;
import org.cdfgateway.emulator.query.Criteria;
import org.cdfgateway.emulator.query.FilterLeaves;
import org.cdfgateway.emulator.query.ListRules;
import org.cdfgateway.emulator.query.Order;
import org.cdfgateway.emulator.query.PartitionRule;
import org.cdfgateway.emulator.query.Properties;
import org.cdfgateway.emulator.query.SearchRules;
import org.cdfgateway.emulator.query.SortKey;
import org.cdfgateway.emulator.query.StrictFilter;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.schema.FieldList;
import org.cdfgateway.emulator.schema.Property;

/** Events: reference/cdf-api-resources.md section 4. */
public final class EventSchema {

    private static final FieldList FIELDS = new FieldList();

    public static final Field EXTERNAL_ID = FIELDS.field("externalId", text(0, 255), OPTIONAL, SET, SET_NULL);
    public static final Field DATA_SET_ID = FIELDS.field("dataSetId", id(), OPTIONAL, SET, SET_NULL);
    public static final Field START_TIME = FIELDS.field("startTime", time(), OPTIONAL, SET, SET_NULL);
    public static final Field END_TIME = FIELDS.field("endTime", time(), OPTIONAL, SET, SET_NULL);
    public static final Field TYPE = FIELDS.field("type", text(0, 64), OPTIONAL, SET, SET_NULL);
    public static final Field SUBTYPE = FIELDS.field("subtype", text(0, 64), OPTIONAL, SET, SET_NULL);
    public static final Field DESCRIPTION = FIELDS.field("description", text(0, 500), OPTIONAL, SET, SET_NULL);
    public static final Field METADATA =
            FIELDS.field("metadata", metadata(128, 128_000, 256, 200_000), OPTIONAL, SET, ADD_REMOVE);
    public static final Field ASSET_IDS = FIELDS.field("assetIds", ids(10_000), OPTIONAL, SET, ADD_REMOVE);
    public static final Field SOURCE = FIELDS.field("source", text(0, 128), OPTIONAL, SET, SET_NULL);

    private static final ReferenceErrors ERRORS = new ReferenceErrors(
            "Event id not found",
            "Event id not found",
            409,
            "Event id duplicated",
            "Event id duplicated",
            ReferenceErrors.SameObjectForm.ID,
            409,
            "Event id duplicated",
            ReferenceErrors.Checks.REPEATED_FIRST);

    private static final StrictFilter FILTER = new StrictFilter()
            .with("startTime", Criteria.range(START_TIME.property()))
            .with("endTime", Criteria.rangeOrNull(END_TIME.property()))
            .with("activeAtTime", Criteria.active(START_TIME, END_TIME))
            .with("assetIds", Criteria.distinct(Criteria.anyOf(ASSET_IDS, 5000)))
            .with("assetExternalIds", Criteria.distinct(Criteria.anyOfAssets(ASSET_IDS, 5000)))
            .with("assetSubtreeIds", Criteria.anyInSubtree(ASSET_IDS))
            .with("dataSetIds", Criteria.distinct(Criteria.dataSets(DATA_SET_ID, 100)))
            .with("metadata", Criteria.metadata(METADATA))
            .with("source", Criteria.equalText(SOURCE, 0, 128))
            .with("type", Criteria.equalText(TYPE, 0, 64))
            .with("subtype", Criteria.equalText(SUBTYPE, 0, 64))
            .with("createdTime", Criteria.range(Property.CREATED_TIME))
            .with("lastUpdatedTime", Criteria.range(Property.LAST_UPDATED_TIME))
            .with("externalIdPrefix", Criteria.prefix(EXTERNAL_ID, 255));

    private static final Properties FILTERABLE = Properties.of(
            128,
            DESCRIPTION.property(),
            EXTERNAL_ID.property(),
            SOURCE.property(),
            SUBTYPE.property(),
            TYPE.property(),
            METADATA.property(),
            Property.CREATED_TIME,
            DATA_SET_ID.property(),
            END_TIME.property(),
            Property.ID,
            Property.LAST_UPDATED_TIME,
            START_TIME.property(),
            ASSET_IDS.property());

    private static final Properties SORTABLE = Properties.of(
                    128,
                    Property.CREATED_TIME,
                    DATA_SET_ID.property(),
                    DESCRIPTION.property(),
                    END_TIME.property(),
                    EXTERNAL_ID.property(),
                    Property.LAST_UPDATED_TIME,
                    METADATA.property(),
                    SOURCE.property(),
                    START_TIME.property(),
                    SUBTYPE.property(),
                    TYPE.property(),
                    Properties.SCORE)
            .keysOfMetadataOnly();

    private static final Map<String, Integer> MAX_TEXTS =
            Map.of("externalId", 255, "description", 255, "source", 128, "type", 64, "subtype", 64);

    private static final AggregateRules AGGREGATES = new AggregateRules(
            Properties.of(
                    128,
                    ASSET_IDS.property(),
                    DATA_SET_ID.property(),
                    DESCRIPTION.property(),
                    SOURCE.property(),
                    SUBTYPE.property(),
                    TYPE.property(),
                    METADATA.property()),
            AggregateRules.Style.FOLDED,
            99,
            Set.of());

    static final Schema SCHEMA = new Schema(
            new Schema.Calls("/events", "eventsAcl", 1000, 201, EnumSet.allOf(Schema.Verb.class), false),
            FIELDS.all(),
            EXTERNAL_ID,
            Set.of(),
            ERRORS,
            new ListRules(
                            FILTER,
                            FilterLeaves.of(FILTERABLE, 256, Properties.of(128, DESCRIPTION.property()))
                                    .withMaxTexts(MAX_TEXTS)
                                    .likeEvents(),
                            SORTABLE,
                            PartitionRule.STRICT)
                    .aggregatedBy(AGGREGATES),
            new Order(List.of(SortKey.ascendingNullsLast(START_TIME.property()))),
            new SearchRules().with(DESCRIPTION, 500),
            new QueryParameters()
                    .text("source", "type", "subtype", "externalIdPrefix")
                    .array("assetIds", "assetExternalIds")
                    .references("assetSubtreeIds", "assetSubtreeIds", "assetSubtreeExternalIds")
                    .range("startTime", "endTime", "activeAtTime", "createdTime", "lastUpdatedTime"));

    private EventSchema() {}

    /** How many values an item has. */
    public static int slots() {
        return FIELDS.all().size();
    }
}
