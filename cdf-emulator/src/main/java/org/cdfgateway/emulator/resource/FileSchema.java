package org.cdfgateway.emulator.resource;

import static org.cdfgateway.emulator.schema.FieldRule.ADD_REMOVE;
import static org.cdfgateway.emulator.schema.FieldRule.OF_NODES;
import static org.cdfgateway.emulator.schema.FieldRule.OPTIONAL;
import static org.cdfgateway.emulator.schema.FieldRule.REQUIRED;
import static org.cdfgateway.emulator.schema.FieldRule.SET;
import static org.cdfgateway.emulator.schema.FieldRule.SET_NULL;
import static org.cdfgateway.emulator.schema.FieldTypes.flag;
import static org.cdfgateway.emulator.schema.FieldTypes.geoLocation;
import static org.cdfgateway.emulator.schema.FieldTypes.id;
import static org.cdfgateway.emulator.schema.FieldTypes.ids;
import static org.cdfgateway.emulator.schema.FieldTypes.instance;
import static org.cdfgateway.emulator.schema.FieldTypes.labels;
import static org.cdfgateway.emulator.schema.FieldTypes.metadata;
import static org.cdfgateway.emulator.schema.FieldTypes.pattern;
import static org.cdfgateway.emulator.schema.FieldTypes.text;
import static org.cdfgateway.emulator.schema.FieldTypes.time;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cdfgateway.emulator.query.Criteria;
import org.cdfgateway.emulator.query.GeoCriteria;
import org.cdfgateway.emulator.query.ListRules;
import org.cdfgateway.emulator.query.PartitionRule;
import org.cdfgateway.emulator.query.SearchRules;
import org.cdfgateway.emulator.query.StrictFilter;
import org.cdfgateway.emulator.schema.Field;
import org.cdfgateway.emulator.schema.FieldList;
import org.cdfgateway.emulator.schema.Property;
import org.cdfgateway.emulator.store.ItemStore;

/** What is known about files, without their content: reference/cdf-api-resources.md section 5. */
public final class FileSchema {

    private static final FieldList FIELDS = new FieldList();

    public static final Field EXTERNAL_ID = FIELDS.field("externalId", text(0, 255), OPTIONAL, SET, SET_NULL, OF_NODES);
    /** Of files that live in data modeling. */
    public static final Field INSTANCE_ID = FIELDS.field("instanceId", instance());

    public static final Field NAME = FIELDS.field("name", text(1, 256), REQUIRED);
    public static final Field DIRECTORY = FIELDS.field(
            "directory",
            pattern("/[^\\x00]{0,511}", "an absolute path of at most 512 characters"),
            OPTIONAL,
            SET,
            SET_NULL);
    public static final Field SOURCE = FIELDS.field("source", text(0, 128), OPTIONAL, SET, SET_NULL);
    public static final Field MIME_TYPE = FIELDS.field("mimeType", text(0, 256), OPTIONAL, SET, SET_NULL);
    public static final Field METADATA =
            FIELDS.field("metadata", metadata(128, 10_240, 256, 10_240), OPTIONAL, SET, ADD_REMOVE, OF_NODES);
    public static final Field ASSET_IDS = FIELDS.field("assetIds", ids(1000), OPTIONAL, SET, ADD_REMOVE, OF_NODES);
    public static final Field DATA_SET_ID = FIELDS.field("dataSetId", id(), OPTIONAL, SET, SET_NULL, OF_NODES);
    public static final Field SOURCE_CREATED_TIME = FIELDS.field("sourceCreatedTime", time(), OPTIONAL, SET, SET_NULL);
    public static final Field SOURCE_MODIFIED_TIME =
            FIELDS.field("sourceModifiedTime", time(), OPTIONAL, SET, SET_NULL);
    public static final Field SECURITY_CATEGORIES =
            FIELDS.field("securityCategories", ids(100), OPTIONAL, SET, ADD_REMOVE);
    public static final Field LABELS = FIELDS.field("labels", labels(10), OPTIONAL, SET, ADD_REMOVE, OF_NODES);
    public static final Field GEO_LOCATION =
            FIELDS.field("geoLocation", geoLocation(), OPTIONAL, SET, SET_NULL, OF_NODES);
    public static final Field UPLOADED = FIELDS.always("uploaded", flag(), false);
    public static final Field UPLOADED_TIME = FIELDS.field("uploadedTime", time());

    private static final ReferenceErrors ERRORS = new ReferenceErrors(
            "File ids not found: %s",
            "Files ids not found: %s",
            409,
            "Duplicate ids: %s",
            "Duplicate external ids: %s",
            "Duplicate ids: %s",
            ReferenceErrors.SameObjectForm.ID,
            409,
            "Duplicate external ids: %s",
            ReferenceErrors.Checks.REPEATED_FIRST);

    private static final StrictFilter FILTER = new StrictFilter()
            .with("name", Criteria.equalText(NAME, 0, 256))
            .with("directoryPrefix", Criteria.prefix(DIRECTORY, 512))
            .with("mimeType", Criteria.equalText(MIME_TYPE, 0, 256))
            .with("source", Criteria.equalText(SOURCE, 0, 128))
            .with("metadata", Criteria.metadata(METADATA))
            .with("assetIds", Criteria.anyOf(ASSET_IDS, 100))
            .with("assetExternalIds", Criteria.anyOfAssets(ASSET_IDS, 100))
            .with("rootAssetIds", Criteria.anyInSubtree(ASSET_IDS))
            .with("assetSubtreeIds", Criteria.anyInSubtree(ASSET_IDS))
            .with("dataSetIds", Criteria.dataSets(DATA_SET_ID, 100))
            .with("labels", Criteria.labels(LABELS, 10))
            .with("geoLocation", GeoCriteria.location(GEO_LOCATION))
            .with("uploaded", Criteria.flag(UPLOADED))
            .with("externalIdPrefix", Criteria.prefix(EXTERNAL_ID, 255))
            .with("createdTime", Criteria.range(Property.CREATED_TIME))
            .with("lastUpdatedTime", Criteria.range(Property.LAST_UPDATED_TIME))
            .with("uploadedTime", Criteria.range(UPLOADED_TIME.property()))
            .with("sourceCreatedTime", Criteria.range(SOURCE_CREATED_TIME.property()))
            .with("sourceModifiedTime", Criteria.range(SOURCE_MODIFIED_TIME.property()));

    /** Creating and updating have answers of their own: {@link FileCalls}. */
    static final Schema SCHEMA = new Schema(
            new Schema.Calls(
                            "/files",
                            "filesAcl",
                            1,
                            201,
                            EnumSet.complementOf(EnumSet.of(Schema.Verb.CREATE, Schema.Verb.UPDATE)),
                            true)
                    .named(Reference.Keys.ANY),
            FIELDS.all(),
            EXTERNAL_ID,
            Set.of("uploaded"),
            ERRORS,
            new ListRules(FILTER, null, null, PartitionRule.STRICT),
            ItemStore.BY_ID,
            new SearchRules().with(NAME, 256),
            new QueryParameters()
                    .text("name", "mimeType", "source", "externalIdPrefix", "directoryPrefix")
                    .flag("uploaded")
                    .array("assetIds", "assetExternalIds")
                    .references("dataSetIds", "dataSetIds", "dataSetExternalIds")
                    .references("rootAssetIds", "rootAssetIds", "rootAssetExternalIds")
                    .references("assetSubtreeIds", "assetSubtreeIds", "assetSubtreeExternalIds")
                    .range(
                            "createdTime",
                            "lastUpdatedTime",
                            "uploadedTime",
                            "sourceCreatedTime",
                            "sourceModifiedTime"));

    private FileSchema() {}

    public static List<Field> fields() {
        return FIELDS.all();
    }
}
